/** A component that is loaded when it is first shown; where it does not come, its place says so and offers to try again. */
import { type ComponentType, type ReactNode, useEffect, useState } from "react";
import { messageOf } from "../our-failure/fail.ts";
import { Button } from "./Button.tsx";
import { loadPart } from "./load-part.ts";
import { LATE_MS, LATE_WORDS } from "./part-or-words.ts";
import "./error-boundary.css";

type PartState<Props> =
  | { readonly kind: "loading"; readonly hasFailed: boolean }
  | { readonly kind: "loaded"; readonly Part: ComponentType<Props> }
  | { readonly kind: "failed"; readonly message: string };

/**
 * @param meanwhile what stands there until the part comes, and stays below the note when it does not.
 * @param isTold false for a part that nobody misses, or another one tells of.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile: (props: Props) => ReactNode = () => null,
  isTold = true,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;

  return function LazyPart(props: Props) {
    const [state, setState] = useState<PartState<Props>>(() =>
      loaded === null ? { kind: "loading", hasFailed: false } : { kind: "loaded", Part: loaded },
    );
    const [isLate, setLate] = useState(false);

    useEffect(() => {
      if (state.kind !== "loading") return;
      let isWanted = true;
      const late = setTimeout(() => setLate(true), LATE_MS);
      loadPart(load, state.hasFailed).then(
        (Part) => {
          loaded = Part;
          if (isWanted) setState({ kind: "loaded", Part });
        },
        (error: unknown) => {
          if (isWanted) setState({ kind: "failed", message: messageOf(error) });
        },
      );
      return () => {
        isWanted = false;
        clearTimeout(late);
        setLate(false);
      };
    }, [state]);

    if (state.kind === "loaded") return <state.Part {...props} />;
    return (
      <>
        {isTold && (state.kind === "failed" || isLate) && (
          <div className="note note--rejected part-note" role="alert">
            <p>{state.kind === "failed" ? state.message : LATE_WORDS}</p>
            {state.kind === "failed" && (
              <Button onClick={() => setState({ kind: "loading", hasFailed: true })}>Try again</Button>
            )}{" "}
            <Button onClick={() => location.reload()}>Reload the page</Button>
          </div>
        )}
        {meanwhile(props)}
      </>
    );
  };
}
