/** The demo key as a JSON Web Key Set (RFC 7517, section 5), the form in which Kinde publishes its keys. */
import type { DemoKey } from "./demo-key.ts";

/** JSON text, indented by two spaces. Holds the public half only. */
export function toJwks(key: DemoKey): string {
  return JSON.stringify({ keys: [key.publicJwk] }, null, 2);
}
