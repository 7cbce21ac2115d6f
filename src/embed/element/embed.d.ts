/** Types of what embed.js defines: `<kinde-workflow>`, its attributes and its events. */

export interface KindeWorkflowAttributes {
  token?: "accessToken" | "idToken" | "m2mToken";
  view?: "split" | "code" | "diff" | "jwt" | "grid";
  theme?: "auto" | "light" | "dark";
  title?: string;
  readonly?: boolean | "";
  editable?: boolean | "";
  height?: number | "auto";
  "start-line"?: number;
  highlight?: string;
  scenario?: string;
  /** Those of a scenarios.json, or a share link; "" where they stand inside, in a script of type application/json. */
  scenarios?: string;
  expect?: string;
}

export interface KindeWorkflowFile {
  readonly name: string;
  readonly text: string;
}

export interface KindeWorkflowElement extends HTMLElement {
  /** As they were written, or as the reader has left them. Setting them replaces the code. */
  files: readonly KindeWorkflowFile[];
  /** Back to what stands in the page. */
  reset(): void;
  /** Sends the live example one of the messages that docs/embedding.md lists. */
  tell(message: { readonly type: string; readonly [member: string]: unknown }): void;
}

export interface KindeWorkflowResult {
  readonly outcome: "completed" | "failed" | "interrupted" | "never-settled" | "unready" | "hung";
  readonly message: string;
  readonly signIn: string;
  readonly tokens: readonly {
    readonly name: "accessToken" | "idToken" | "m2mToken";
    readonly isIssued: boolean;
    readonly changes: readonly {
      readonly name: string;
      readonly state: string;
      /** JSON text. */
      readonly before?: string;
      readonly after?: string;
    }[];
  }[];
  /** What is otherwise than `expect` says. */
  readonly unmet?: readonly string[];
}

export interface KindeWorkflowScenarios {
  readonly scenarios: readonly {
    readonly name: string;
    readonly status: "holds" | "fails" | "unchecked" | "unknown";
    /** What is otherwise than it expects. */
    readonly unmet: readonly string[];
  }[];
}

declare global {
  interface HTMLElementTagNameMap {
    "kinde-workflow": KindeWorkflowElement;
  }
  interface HTMLElementEventMap {
    "kinde-workflow:ready": CustomEvent<{ readonly version: 1 }>;
    "kinde-workflow:edit": CustomEvent<{ readonly files: readonly KindeWorkflowFile[] }>;
    "kinde-workflow:result": CustomEvent<KindeWorkflowResult>;
    "kinde-workflow:scenarios": CustomEvent<KindeWorkflowScenarios>;
  }
}
