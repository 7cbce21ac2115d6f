/** Takes out of a worker what could reach the network, storage or other tabs. Its policy forbids most of it already: this is the second wall. */

/** `import()` is syntax, which nothing can take away: what hinders it is that no text becomes code in the worker (SECURITY.md). */
const WAYS_OUT = [
  "fetch",
  "XMLHttpRequest",
  "WebSocket",
  "WebSocketStream",
  "WebTransport",
  "EventSource",
  "RTCPeerConnection",
  "RTCDataChannel",
  "importScripts",
  "Worker",
  "SharedWorker",
  "BroadcastChannel",
  "MessageChannel",
  "indexedDB",
  "caches",
  "CacheStorage",
  "FileReader",
  "FileReaderSync",
  "FileSystemHandle",
  "FontFace",
  "fonts",
  "webkitRequestFileSystem",
  "webkitRequestFileSystemSync",
  "webkitResolveLocalFileSystemURL",
  "webkitResolveLocalFileSystemSyncURL",
  "Notification",
  "navigator",
  "location",
] as const;

/** Removes each name wherever along the scope's prototypes it stands. */
export function closeScope(scope: object): void {
  for (const name of WAYS_OUT) {
    for (let part: object | null = scope; part !== null; part = Reflect.getPrototypeOf(part)) {
      if (Object.hasOwn(part, name) && !Reflect.deleteProperty(part, name)) {
        Reflect.defineProperty(part, name, { value: undefined, writable: false });
      }
    }
  }
}
