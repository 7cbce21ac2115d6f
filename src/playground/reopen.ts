/** Opens once more what was open before, as it was looked at. */
import type { PlaygroundState, PlaygroundStore } from "../store/playground-store.ts";

export function reopen(store: PlaygroundStore, before: PlaygroundState): void {
  const { project, origin, scenarioIndex, given, defaults, activeFile, view } = before;
  const { openProject, setView } = store.getState();
  openProject(project, origin);
  store.setState({ scenarioIndex, given, defaults, activeFile });
  setView({ token: view.token, baseToken: view.baseToken, scenarioTab: view.scenarioTab });
  // The first scenario ran as the project was opened.
  if (scenarioIndex !== 0) store.getState().rerun();
}
