/** Thrown for an address that holds nothing to show; the message is for the reader. */
export class EmbedSettingsError extends Error {
  override readonly name = "EmbedSettingsError";
  readonly code = "embed-settings";
}
