/** One fetch mock: the request it answers, the answer, and how often it did in the newest run. */
import { useId, useState } from "react";
import type { FetchMockDraft } from "../../workflow/scenario.ts";
import { IconButton } from "../parts/IconButton.tsx";
import { VisibleText } from "../parts/VisibleText.tsx";
import { Icon } from "../parts/icons.tsx";
import { Button } from "../parts/Button.tsx";
import { JsonEditor } from "./JsonEditor.tsx";
import { MockRequest } from "./MockRequest.tsx";
import { NumberField } from "./NumberField.tsx";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];

const ANSWERS: { readonly [A in FetchMockDraft["answer"]]: string } = {
  json: "JSON",
  text: "Text",
  error: "An error",
};

type MockRowProps = {
  readonly mock: FetchMockDraft;
  /** Its place in the list, counted from 1. */
  readonly number: number;
  readonly complaint: string | null;
  /** How many calls it answered in the newest run; null when there was no run. */
  readonly answered: number | null;
  readonly onChange: (next: Partial<FetchMockDraft>) => void;
  /** Puts it before the one above it; null for the first. */
  readonly onRaise: (() => void) | null;
  readonly onDelete: () => void;
};

export function MockRow({ mock, number, complaint, answered, onChange, onRaise, onDelete }: MockRowProps) {
  const [isOpen, setOpen] = useState(true);
  const wants = [mock.sentHeaders, mock.sentBody].some((text) => text?.trim());
  const [isAsking, setAsking] = useState(wants);
  const id = useId();

  return (
    <fieldset className="mock" aria-label={`Mock ${number}`}>
      <div className="mock__line">
        <RequestFields {...{ mock, number, onChange }} complaintId={complaint === null ? null : `${id}-complaint`} />
        <IconButton
          icon={isOpen ? "chevron-down" : "chevron-right"}
          label={`${isOpen ? "Hide" : "Show"} the answer of mock ${number}`}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        />
        {onRaise && <IconButton icon="arrow-up" label={`Move mock ${number} up`} onClick={onRaise} />}
        <IconButton icon="trash" label={`Delete mock ${number}`} onClick={onDelete} />
      </div>
      {complaint !== null && (
        <p className="scenario-part__complaint" id={`${id}-complaint`}>
          <VisibleText text={complaint} />
        </p>
      )}
      <div className="mock__line">
        <AnswerFields {...{ mock, number, onChange }} />
        <Button look="quiet" aria-expanded={isAsking} onClick={() => setAsking(!isAsking)}>
          <Icon name={isAsking ? "chevron-down" : "chevron-right"} /> Headers and body
          {wants && !isAsking && " (set)"}
        </Button>
        {answered !== null && <AnsweredCalls count={answered} />}
      </div>
      {mock.level ? (
        <p className="muted">Asked after the mocks of the levels above it, whatever their addresses.</p>
      ) : null}
      {isAsking && <MockRequest mock={mock} number={number} onChange={onChange} />}
      {isAsking && isOpen && <p className="muted">The answer:</p>}
      {isOpen && (
        <div className="mock__body">
          <JsonEditor
            label={mock.answer === "error" ? `Error of mock ${number}` : `Body of mock ${number}`}
            text={mock.body}
            language={mock.answer === "json" ? "json" : "text"}
            onText={(body) => onChange({ body })}
          />
        </div>
      )}
    </fieldset>
  );
}

type FieldsProps = Pick<MockRowProps, "mock" | "number" | "onChange">;

function RequestFields({ mock, number, onChange, complaintId }: FieldsProps & { readonly complaintId: string | null }) {
  const methods = METHODS.includes(mock.method) ? METHODS : [mock.method, ...METHODS];
  return (
    <>
      <select
        className="field field--code"
        aria-label={`Method of mock ${number}`}
        value={mock.method}
        onChange={(event) => onChange({ method: event.target.value })}
      >
        {methods.map((method) => (
          <option key={method}>{method}</option>
        ))}
      </select>
      <input
        className="field field--code mock__url"
        aria-label={`URL of mock ${number}; a * at its end matches any rest, {name} one part of the path`}
        aria-invalid={complaintId !== null}
        aria-describedby={complaintId ?? undefined}
        placeholder="https://api.example.com/plan*"
        value={mock.url}
        onChange={(event) => onChange({ url: event.target.value })}
        autoCapitalize="off"
        autoComplete="off"
        spellCheck={false}
        inputMode="url"
      />
    </>
  );
}

function AnswerFields({ mock, number, onChange }: FieldsProps) {
  return (
    <>
      <span className="mock__label">
        Answers
        <select
          className="field"
          aria-label={`Answer of mock ${number}`}
          value={mock.answer}
          onChange={(event) => onChange({ answer: event.target.value as FetchMockDraft["answer"] })}
        >
          {Object.entries(ANSWERS).map(([answer, title]) => (
            <option key={answer} value={answer}>
              {title}
            </option>
          ))}
        </select>
      </span>
      {mock.answer !== "error" && (
        <NumberField
          label="Status"
          name={`Status of mock ${number}`}
          value={mock.status}
          onValue={(status) => onChange({ status })}
        />
      )}
      <NumberField
        label="after"
        unit="ms"
        name={`Latency of mock ${number} in milliseconds`}
        value={mock.latencyMs}
        onValue={(latencyMs) => onChange({ latencyMs })}
      />
      <NumberField
        label="for"
        unit={mock.times === 1 ? "request" : "requests"}
        placeholder="all"
        name={`How many requests mock ${number} answers; empty for all`}
        value={mock.times ?? 0}
        onValue={(times) => onChange({ times })}
      />
    </>
  );
}

function AnsweredCalls({ count }: { readonly count: number }) {
  return (
    <span className={`mock__answered ${count > 0 ? "mock__answered--yes" : ""}`}>
      {count === 0 ? "Not called in this run" : count === 1 ? "Answered 1 call" : `Answered ${count} calls`}
    </span>
  );
}
