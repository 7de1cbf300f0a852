import type { LoadedPersona } from './load-persona.ts';

/** An agent file whose items speak of many rules was meant for changes like ours; one or two are chance. */
const FEWEST_BOUND = 3;

const TRADE =
  /\b(?:dev-?(?:sec-?)?ops|ml-?ops|sre|gitops|site reliability|platform engineer\w*|infrastructure|infra|deploy\w*|release engineer\w*|delivery|ci|ci\/cd|cicd|pipelines?|workflows?|github actions|kubernetes|k8s|helm|docker\w*|containers?|terraform|cloud|machine learning|ml|model training)\b/gi;

/**
 * Why an agent file that was found, and that no settings name, does not speak; undefined where it does. Files for coding
 * agents lie in the same folders: one about user interfaces must not answer for pipelines because it mentions secrets.
 */
export function whyUnused(persona: LoadedPersona): string | undefined {
  const bound = persona.items.filter(({ rules }) => rules.length > 0).length;
  if (bound < FEWEST_BOUND) {
    return `${bound} of its ${persona.items.length} items are about something that rules look at, fewer than ${FEWEST_BOUND}`;
  }
  if (persona.choosesKinds || speaksOf(`${persona.name.replaceAll('-', ' ')} ${persona.title}`) > 0) return undefined;
  if (speaksOf(persona.description) > 1) return undefined;
  return 'neither its name nor its description says that it is about delivery, infrastructure or machine learning';
}

/** How many different words of the trade a text holds. */
function speaksOf(text: string): number {
  return new Set(text.toLowerCase().match(TRADE) ?? []).size;
}
