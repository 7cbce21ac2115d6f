/** Which requests to its address a mock answers: those with certain headers, with a certain body. */
import { isSentJson } from "../../workflow/detailed-mock.ts";
import type { FetchMockDraft } from "../../workflow/scenario.ts";
import { JsonEditor } from "./JsonEditor.tsx";

type MockRequestProps = {
  readonly mock: FetchMockDraft;
  /** Its place in the list, counted from 1. */
  readonly number: number;
  readonly onChange: (next: Partial<FetchMockDraft>) => void;
};

export function MockRequest({ mock: { sentHeaders = "", sentBody = "" }, number, onChange }: MockRequestProps) {
  return (
    <div className="mock__request">
      <div className="mock__wanted">
        Only with these headers, one a line:
        <textarea
          className="field field--code text__text"
          aria-label={`Headers that mock ${number} wants`}
          rows={1}
          placeholder="Authorization: Bearer *"
          value={sentHeaders}
          onChange={(event) => onChange({ sentHeaders: event.target.value })}
          autoCapitalize="off"
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      <div className="mock__wanted">
        Only with this body: its text (a * at the end for any rest), or JSON that it holds:
        <div className="mock__body mock__body--wanted">
          <JsonEditor
            label={`Body that mock ${number} wants`}
            text={sentBody}
            language={isSentJson(sentBody) ? "json" : "text"}
            onText={(text) => onChange({ sentBody: text })}
          />
        </div>
      </div>
    </div>
  );
}
