/** What the embed's components share. */
import type { PlaygroundStore } from "../store/playground-store.ts";
import type { EmbedSettings } from "./embed-settings.ts";
import type { EmbedViewState } from "./embed-view.ts";
import type { HostLine } from "./talk-to-host.ts";

export type EmbedParts = {
  readonly store: PlaygroundStore;
  readonly settings: EmbedSettings;
  readonly view: EmbedViewState;
  readonly host: HostLine;
};
