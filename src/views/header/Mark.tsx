/** The mark: a line that goes in on one level and comes out on another. */
import { MARK_PATH } from "./mark-path.ts";

export function Mark() {
  return (
    <svg className="mark" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={MARK_PATH} />
    </svg>
  );
}
