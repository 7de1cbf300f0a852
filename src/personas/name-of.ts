import { plainText } from '../sanitise.ts';

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const MAX_NAME = 60;
const MAX_TITLE = 60;

/** Who a persona is: `name` for machines and settings, `title` for people and checks. */
export interface PersonaName {
  readonly name: string;
  readonly title: string;
}

/** Takes the name from the front matter, made kebab-case, else from the file's own name. Never empty. */
export function nameOf(path: string, front: Readonly<Record<string, unknown>>): PersonaName {
  const file = path.split(/[/\\]/).at(-1) ?? '';
  const name = kebab(textOf(front.name) ?? '') || kebab(file.replace(/(?:\.agent)?\.[a-z]{1,10}$/i, '')) || 'agent';
  const title = cutTitle(plainText(textOf(front.title) ?? ''));
  return { name, title: title || titleOf(name) };
}

/** A string with something in it, or nothing. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function kebab(text: string): string {
  if (text.length <= MAX_NAME && KEBAB.test(text)) return text;
  return text
    .slice(0, 4 * MAX_NAME)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_NAME)
    .replace(/^-|-$/g, '');
}

/** A title becomes the name of a check: no path, no line, and short. */
function cutTitle(title: string): string {
  return [...title.replace(/[/\\`]+/g, ' ').replace(/\s+/g, ' ')].slice(0, MAX_TITLE).join('').trim();
}

function titleOf(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
