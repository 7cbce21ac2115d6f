/** A component that is loaded when it is first shown; where it does not come, its place says so and offers to try again. */
import { type ComponentType, type ReactNode, useEffect, useState } from "react";
import { Button } from "./Button.tsx";
import { loadAgain } from "./load-again.ts";
import "./error-boundary.css";

type PartState<Props> =
  | { readonly kind: "loading" }
  | { readonly kind: "loaded"; readonly Part: ComponentType<Props> }
  | { readonly kind: "failed"; readonly message: string };

/** @param meanwhile what stands there until the part comes, and stays below the note when it does not. */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile: (props: Props) => ReactNode = () => null,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;

  return function LazyPart(props: Props) {
    const [state, setState] = useState<PartState<Props>>(() =>
      loaded === null ? { kind: "loading" } : { kind: "loaded", Part: loaded },
    );

    useEffect(() => {
      if (state.kind !== "loading") return;
      let isWanted = true;
      load()
        .catch(() => loadAgain(load))
        .then(
          (Part) => {
            loaded = Part;
            if (isWanted) setState({ kind: "loaded", Part });
          },
          (error: unknown) => {
            if (isWanted) setState({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
          },
        );
      return () => {
        isWanted = false;
      };
    }, [state]);

    if (state.kind === "loaded") return <state.Part {...props} />;
    return (
      <>
        {state.kind === "failed" && (
          <div className="note note--rejected part-note" role="alert">
            <p>{state.message}</p>
            <Button onClick={() => setState({ kind: "loading" })}>Try again</Button>{" "}
            <Button onClick={() => location.reload()}>Reload the page</Button>
          </div>
        )}
        {meanwhile(props)}
      </>
    );
  };
}
