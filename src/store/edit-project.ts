/** Changes to a project, each a pure function from one project to the next. */
import type { Project } from "../workflow/project.ts";
import type { Scenario } from "../workflow/scenario.ts";
import type { TokenName } from "../workflow/token.ts";
import type { Trigger } from "../workflow/trigger.ts";

/** Replaces the text of a file that exists; other projects come back as they are. */
export function withFileText(project: Project, name: string, text: string): Project {
  if (project.files.every((file) => file.name !== name || file.text === text)) return project;
  return { ...project, files: project.files.map((file) => (file.name === name ? { name, text } : file)) };
}

/** `imported` marks a token made from a pasted JWT. Pass null to go back to the seed. */
export function withToken(scenario: Scenario, token: TokenName, text: string | null, imported: boolean): Scenario {
  const { [token]: _, ...others } = scenario.tokens;
  return { ...scenario, tokens: text === null ? others : { ...others, [token]: { text, imported } } };
}

/** Pass null to go back to the trigger's seed. */
export function withEvent(scenario: Scenario, trigger: Trigger, text: string | null): Scenario {
  const { [trigger]: _, ...others } = scenario.events;
  return { ...scenario, events: text === null ? others : { ...others, [trigger]: text } };
}
