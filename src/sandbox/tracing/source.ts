/** The guest's part of tracing, as text to evaluate: `(glue) => TracedOperations`. */
import { call, guestFunction } from "../guest/guest-function.ts";
import traced from "./traced-operations.guest.js?raw";

export const tracingSource = guestFunction("installTracing", `return ${call(traced, "glue")}`);
