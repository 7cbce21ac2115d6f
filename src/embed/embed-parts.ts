/** What the embed's components share. */
import type { PlaygroundStore } from "../store/playground-store.ts";
import type { EmbedSettings } from "./embed-settings.ts";
import type { EmbedViewState } from "./embed-view.ts";
import type { HostConnection } from "./connect-to-host.ts";

export type EmbedParts = {
  readonly store: PlaygroundStore;
  readonly settings: EmbedSettings;
  readonly view: EmbedViewState;
  readonly host: HostConnection;
};
