/** The messages between an embed and the page that holds it: docs/embedding.md is the reference. What a host may send is read by host-message.ts. */
import type { ClaimState } from "../workflow/claim.ts";
import type { SourceFile } from "../workflow/project.ts";
import type { SignIn } from "../workflow/run-result.ts";
import type { TokenName } from "../workflow/token.ts";

export type { EmbedTheme, HostMessage } from "./host-message.ts";

export type ReportedChange = {
  /** `•••` where it holds the value of an environment variable. */
  readonly name: string;
  readonly state: ClaimState;
  /** JSON text; `"•••"` where it holds such a value. Absent beside a pasted token. */
  readonly before?: string;
  readonly after?: string;
};

type ReportedToken = {
  readonly name: TokenName;
  readonly isIssued: boolean;
  /** Without the unchanged claims. */
  readonly changes: readonly ReportedChange[];
};

export type ReportedScenario = {
  readonly name: string;
  /** `unchecked`: nothing is expected. `unknown`: it could not be run, or what is expected has a mistake. */
  readonly status: "holds" | "fails" | "unchecked" | "unknown";
  /** What is otherwise than it expects, in sentences. */
  readonly unmet: readonly string[];
};

export type EmbedMessage =
  /** The embed shows its code and listens. `version` grows when a message changes its meaning. */
  | { readonly type: "kinde-workflow:ready"; readonly version: 1 }
  /** The height of its content in CSS pixels. `byReader`: the reader has touched the embed, so growing surprises nobody. */
  | { readonly type: "kinde-workflow:height"; readonly height: number; readonly byReader: boolean }
  /** The reader has edited or reset the code. */
  | { readonly type: "kinde-workflow:edit"; readonly files: readonly SourceFile[] }
  | {
      readonly type: "kinde-workflow:result";
      readonly outcome: "completed" | "failed" | "interrupted" | "never-settled" | "unready" | "hung";
      /** The author's error, or what is wrong with the scenario; "" when the workflow completed, or beside a pasted token. */
      readonly message: string;
      readonly signIn: SignIn["kind"];
      readonly tokens: readonly ReportedToken[];
      /** What is otherwise than the embed's `expect` says, in sentences; absent where it says nothing. */
      readonly unmet?: readonly string[];
    }
  /** When every scenario has run: how each stands. */
  | { readonly type: "kinde-workflow:scenarios"; readonly scenarios: readonly ReportedScenario[] }
  /** The reader wants to go on in the playground: open its address with this fragment (without `#`). */
  | { readonly type: "kinde-workflow:open"; readonly fragment: string };
