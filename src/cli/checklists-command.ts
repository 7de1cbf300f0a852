import { resolve } from 'node:path';
import type { LoadedPersona } from '../personas/load-persona.ts';
import type { Personas } from '../personas/read-personas.ts';
import { plainText } from '../sanitise.ts';
import { checkFormat } from './check-format.ts';
import { checklistText } from './checklist-text.ts';
import { choosePersonas } from './choose-personas.ts';
import type { Arguments } from './read-arguments.ts';
import { repositoryPersonas } from './repository-personas.ts';
import type { Streams } from './streams.ts';

/** Lists the items of the personas, or of an agent file, and who answers each; with `--explain`, why. */
export async function checklistsCommand(args: Arguments, streams: Streams): Promise<number> {
  checkFormat('checklists', args.format, ['pretty', 'json']);
  const { personas, unused, problems } = await chosen(args, streams.cwd);
  const explain = args.flags.has('explain');
  for (const problem of problems) streams.err(`${plainText(problem)}\n`);
  if (args.format === 'json') {
    const rows = personas.flatMap((persona) => toRows(persona, explain));
    streams.out(`${JSON.stringify(rows, null, 2)}\n`);
    return 0;
  }
  for (const persona of personas) streams.out(checklistText(persona, explain));
  if (unused.length > 0) {
    const lines = unused.map(({ path, reason }) => `  ${plainText(path)}: ${plainText(reason)}\n`);
    streams.out(
      `Agent files that were found and do not speak; name them in \`agents\` of the settings if they should\n`,
    );
    streams.out(lines.join(''));
  }
  return 0;
}

async function chosen({ persona, operands, repo }: Arguments, cwd: string): Promise<Personas> {
  const wanted = persona ?? operands[0];
  if (wanted === undefined) return await repositoryPersonas(resolve(cwd, repo ?? '.'));
  const { personas } = await choosePersonas(wanted, cwd);
  return { personas, unused: [], problems: personas.flatMap(({ problems }) => problems) };
}

function toRows(persona: LoadedPersona, explain: boolean): Readonly<Record<string, unknown>>[] {
  return persona.items.map(({ id, text, section, line, kinds, rules, judge, partial }) => ({
    id,
    persona: persona.name,
    text: plainText(text),
    section: plainText(section),
    line,
    kinds,
    rules,
    judge,
    ...(explain ? { partial, ...explained(persona, id) } : {}),
  }));
}

/** `score` is that of the surest rule, null where the item has none. */
function explained({ bindings }: LoadedPersona, id: string): Readonly<Record<string, unknown>> {
  const why = bindings.get(id)?.rules ?? [];
  return { score: why.length > 0 ? Math.max(...why.map(({ score }) => score)) : null, why };
}
