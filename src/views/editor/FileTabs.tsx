/** The project's files as tabs over the editor: open, add, rename, delete. What cannot be done is said where it was asked for. */
import { DropdownMenu, Tabs } from "radix-ui";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { fileCommands } from "../../store/edit-files.ts";
import { usePlayground, usePlaygroundStore } from "../../store/use-playground.ts";
import type { SourceFile } from "../../workflow/project.ts";
import { Button } from "../parts/Button.tsx";
import { IconButton } from "../parts/IconButton.tsx";
import { Icon } from "../parts/icons.tsx";
import { VisibleText } from "../parts/VisibleText.tsx";
import { toVisibleText } from "../parts/visible-pieces.ts";
import { MenuContent, MenuItem } from "../parts/Menu.tsx";
import { FileNameForm } from "./FileNameForm.tsx";
import { FileTabLabel, FileTabsMarkup, MOST_TABS, shownNames } from "./FileTabsMarkup.tsx";
import { filesWithErrors } from "./run-marks.ts";

type Task =
  | { readonly kind: "none" }
  | { readonly kind: "adding" }
  | { readonly kind: "renaming"; readonly name: string }
  | { readonly kind: "deleted"; readonly file: SourceFile /** Its place among the files. */; readonly at: number }
  | { readonly kind: "refused"; readonly message: string };

const NO_TASK: Task = { kind: "none" };

type FileTabsProps = {
  readonly children: ReactNode;
  /** Stands at the end of the tab row, as far as there is room. */
  readonly trailing?: ReactNode;
};

export function FileTabs({ children, trailing }: FileTabsProps) {
  const store = usePlaygroundStore();
  const names = usePlayground((state) => state.project.files.map((file) => file.name));
  const activeFile = usePlayground((state) => state.activeFile);
  const withErrors = usePlayground((state) => filesWithErrors(state.run.latest));
  const opened = usePlayground((state) => state.openedCount);
  const [{ task, of }, setTaskOf] = useState({ task: NO_TASK, of: opened });
  const setTask = (next: Task) => setTaskOf({ task: next, of: opened });
  // What was asked of one project ends with it.
  if (of !== opened) setTask(NO_TASK);
  const list = useRef<HTMLDivElement>(null);
  const { deleteFile, putBack } = fileCommands(store);
  const { setActiveFile } = store.getState();

  function remove(name: string): void {
    const { files } = store.getState().project;
    const at = files.findIndex((candidate) => candidate.name === name);
    const file = files[at];
    const result = deleteFile(name);
    if (result.kind === "refused") setTask(result);
    else if (file) setTask({ kind: "deleted", file, at });
  }

  function focusActiveTab(): void {
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>("[data-state=active]")?.focus());
  }

  function onTabKey(event: KeyboardEvent, name: string): void {
    if (event.key === "F2") setTask({ kind: "renaming", name });
    else if (event.key === "Delete") {
      remove(name);
      focusActiveTab();
    } else return;
    event.preventDefault();
  }

  return (
    <Tabs.Root asChild value={activeFile} onValueChange={setActiveFile}>
      <FileTabsMarkup
        list={
          <Tabs.List className="file-tabs__list" aria-label="Files" ref={list}>
            {shownNames(names, activeFile).map((name) => (
              <Tabs.Trigger
                key={name}
                className="file-tabs__tab"
                value={name}
                title={toVisibleText(name)}
                onDoubleClick={() => setTask({ kind: "renaming", name })}
                onKeyDown={(event) => onTabKey(event, name)}
              >
                <FileTabLabel name={name} hasError={withErrors.includes(name)} />
              </Tabs.Trigger>
            ))}
          </Tabs.List>
        }
        actions={
          <>
            {names.length > MOST_TABS && <AllFiles names={names} activeFile={activeFile} onChoose={setActiveFile} />}
            <IconButton icon="plus" label="Add a file" onClick={() => setTask({ kind: "adding" })} />
            <FileMenu
              name={activeFile}
              onRename={() => setTask({ kind: "renaming", name: activeFile })}
              onDelete={() => remove(activeFile)}
            />
            {trailing}
          </>
        }
        form={
          (task.kind === "adding" || task.kind === "renaming") && (
            <TaskForm
              task={task}
              names={names}
              onClose={() => {
                setTask(NO_TASK);
                if (task.kind === "renaming") focusActiveTab();
              }}
            />
          )
        }
        note={
          (task.kind === "deleted" || task.kind === "refused") && (
            <TaskNote
              task={task}
              onUndo={(file, at) => {
                putBack(file, at);
                setTask(NO_TASK);
              }}
              onClose={() => setTask(NO_TASK)}
            />
          )
        }
        content={
          <Tabs.Content className="file-tabs__content" value={activeFile} tabIndex={-1}>
            {children}
          </Tabs.Content>
        }
      />
    </Tabs.Root>
  );
}

type AllFilesProps = {
  readonly names: readonly string[];
  readonly activeFile: string;
  readonly onChoose: (name: string) => void;
};

function AllFiles({ names, activeFile, onChoose }: AllFilesProps) {
  return (
    <select
      className="field file-tabs__all"
      aria-label={`All ${names.length.toLocaleString("en")} files`}
      value={activeFile}
      onChange={(event) => onChoose(event.target.value)}
    >
      {names.map((name) => (
        <option key={name} value={name}>
          {toVisibleText(name)}
        </option>
      ))}
    </select>
  );
}

type FileMenuProps = { readonly name: string; readonly onRename: () => void; readonly onDelete: () => void };

function FileMenu({ name, onRename, onDelete }: FileMenuProps) {
  const shown = toVisibleText(name);
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <Button look="quiet" className="icon-button" aria-label={`Actions for ${shown}`}>
          <Icon name="more" />
        </Button>
      </DropdownMenu.Trigger>
      <MenuContent align="start">
        <MenuItem onSelect={onRename}>
          <Icon name="pencil" /> Rename {shown} <kbd className="file-tabs__key">F2</kbd>
        </MenuItem>
        <MenuItem onSelect={onDelete}>
          <Icon name="trash" /> Delete {shown}
        </MenuItem>
      </MenuContent>
    </DropdownMenu.Root>
  );
}

type TaskFormProps = {
  readonly task: Extract<Task, { readonly kind: "adding" | "renaming" }>;
  readonly names: readonly string[];
  readonly onClose: () => void;
};

function TaskForm({ task, names, onClose }: TaskFormProps) {
  const store = usePlaygroundStore();
  const { addFile, renameFile } = fileCommands(store);
  if (task.kind === "renaming") {
    return (
      <FileNameForm
        key={task.name}
        label={`New name for ${toVisibleText(task.name)}`}
        action="Rename"
        initial={task.name}
        onSubmit={(name) => renameFile(task.name, name)}
        onClose={onClose}
      />
    );
  }
  return (
    <FileNameForm
      label="Name of the new file"
      action="Add"
      initial={freeName(names)}
      onSubmit={(name) => {
        const result = addFile(name);
        if (result.kind === "ok") store.getState().revealPosition({ file: name, line: 1, column: 1 });
        return result;
      }}
      onClose={onClose}
    />
  );
}

type TaskNoteProps = {
  readonly task: Extract<Task, { readonly kind: "deleted" | "refused" }>;
  readonly onUndo: (file: SourceFile, at: number) => void;
  readonly onClose: () => void;
};

function TaskNote({ task, onUndo, onClose }: TaskNoteProps) {
  return (
    <p className="file-tabs__note">
      <span>
        <VisibleText text={task.kind === "refused" ? task.message : `${task.file.name} was deleted.`} />
      </span>
      {task.kind === "deleted" && (
        <Button look="quiet" onClick={() => onUndo(task.file, task.at)}>
          <Icon name="undo" /> Undo
        </Button>
      )}
      <IconButton icon="close" label="Close this note" onClick={onClose} />
    </p>
  );
}

function freeName(names: readonly string[]): string {
  if (!names.includes("lib.ts")) return "lib.ts";
  for (let count = 2; ; count++) if (!names.includes(`lib${count}.ts`)) return `lib${count}.ts`;
}
