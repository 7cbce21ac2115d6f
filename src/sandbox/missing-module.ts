/** What a sandbox throws when a run needs one that was made with more. */

/** A run reached for a module that its sandbox was made without; another can run it. */
export class MissingModuleError extends Error {
  readonly code = "module-missing";
  override readonly name = "MissingModuleError";
  constructor(module: string) {
    super(`The sandbox was made without the module ${module}.`);
  }
}
