import type { PersonaName } from './name-of.ts';

/**
 * Gives a persona a name and a title of its own. Settings, `--persona` and checks know personas by these: a file of the
 * repository must not answer in the name of one that comes before it.
 */
export function tellApart<P extends PersonaName>(persona: P, before: readonly PersonaName[]): P {
  const names = new Set(before.map(({ name }) => name));
  const titles = new Set(before.map(({ title }) => title.toLowerCase()));
  const isTaken = ({ name, title }: PersonaName) => names.has(name) || titles.has(title.toLowerCase());
  if (!isTaken(persona)) return persona;
  for (let copy = 1; ; copy++) {
    const number = copy === 1 ? '' : ` ${copy}`;
    const own = {
      name: `${persona.name}-of-repository${number.replace(' ', '-')}`,
      title: `${persona.title} of the repository${number}`,
    };
    if (!isTaken(own)) return { ...persona, ...own };
  }
}
