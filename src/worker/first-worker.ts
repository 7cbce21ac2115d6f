/** The worker of the first result: it leaves the diagnostics to the one that takes its place, and so arrives sooner. */
import { serveRuntime } from "./serve-runtime.ts";

serveRuntime(null);
