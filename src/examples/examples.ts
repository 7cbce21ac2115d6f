/** All examples, in the order in which they are offered. Load this file when a person looks for one. */
import { type Example, type ExampleJson, toExample } from "./example.ts";

/** One row an example: the name of its folder. Those of one group stand together. */
const ORDER = [
  "add-company-name",
  "empty-permissions",
  "id-token-claims",
  "prohibited-claim",
  "hasura-claims",
  "map-id-token-claims",
  "compact-permissions",
  "thin-feature-flags",
  "reset-claims",
  "two-files",
  "claims-from-api",
  "environment-values",
  "secure-fetch",
  "management-api",
  "m2m-token",
  "m2m-management-audience",
  "deny-access",
  "failing-stop",
  "failing-continue",
  "allowed-networks",
  "welcome-new-user",
  "block-email-domains",
  "mfa-policy",
  "username-rule",
  "new-password-rule",
  "localized-message",
  "migrate-passwords",
  "deny-plan-selection",
  "deny-plan-cancellation",
] as const;

const SOURCES = import.meta.glob<string>("./*/*.{ts,tsx,js,jsx}", { eager: true, query: "?raw", import: "default" });
const SCENARIOS = import.meta.glob<ExampleJson>("./*/example.json", { eager: true, import: "default" });

function read(name: string): Example {
  const json = SCENARIOS[`./${name}/example.json`];
  if (json === undefined) throw new TypeError(`src/examples/${name} has no example.json`);
  const folder = `./${name}/`;
  const files = Object.entries(SOURCES)
    .filter(([path]) => path.startsWith(folder))
    .map(([path, text]) => ({ name: path.slice(folder.length), text }))
    .sort((one, other) => Number(other.name === "Workflow.ts") - Number(one.name === "Workflow.ts"));
  return toExample(name, json, files);
}

export const EXAMPLES: readonly Example[] = ORDER.map(read);
