/** The worker of the first result: it leaves diagnostics, the words for mistakes in JSON, secrets, source that may be nested too deep, mocks that stand for several addresses and large modules to the one that takes its place, and so arrives sooner. */
import { serveRuntime } from "./serve-runtime.ts";

serveRuntime({
  diagnose: null,
  explainJson: null,
  createRedactor: null,
  readDetailedMock: null,
  refuseNested: null,
  parts: { natives: [], MockSearch: null },
});
