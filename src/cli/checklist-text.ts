import type { Binding } from '../personas/bind/bind-item.ts';
import type { LoadedPersona } from '../personas/load-persona.ts';
import { plainText } from '../sanitise.ts';
import type { ChecklistItem } from '../types.ts';

const MARGIN = ' '.repeat(27);

/** A checklist for people: each item with its id, and with `explain` who answers it and why. */
export function checklistText(persona: LoadedPersona, explain: boolean): string {
  const lines = persona.items.flatMap((item) => {
    const line = `  ${item.id.padEnd(24)} ${plainText(item.text)}`;
    return explain ? [line, ...explanation(item, persona.bindings.get(item.id)?.rules ?? [])] : [line];
  });
  return [`${plainText(persona.title)} (${plainText(persona.path)})`, ...lines, ''].join('\n');
}

function explanation(item: ChecklistItem, bindings: readonly Binding[]): readonly string[] {
  const place = [plainText(item.section), `line ${item.line}`].filter((part) => part !== '').join(', ');
  return [`${MARGIN}${place}; ${answeredBy(item)}`, ...reasons(bindings)];
}

function answeredBy(item: ChecklistItem): string {
  if (item.judge === 'nobody') return 'nobody can judge it from a change';
  if (item.rules.length === 0) return 'answered by the model, if one is asked';
  return item.partial ? 'answered by rules in part' : 'answered by rules';
}

/** Rules that are bound for the same reason stand together. */
function reasons(bindings: readonly Binding[]): readonly string[] {
  const byReason = new Map<string, string[]>();
  for (const { rule, score, why } of bindings) {
    const reason = `${score.toFixed(2)}  ${plainText(why)}`;
    byReason.set(reason, [...(byReason.get(reason) ?? []), rule]);
  }
  return [...byReason].map(([reason, rules]) => `${MARGIN}${reason}: ${rules.join(', ')}`);
}
