import type { Uses } from '../../../documents/workflow/uses.ts';

/**
 * Whether an action fits `owner/*`, `owner/name`, `owner/name/path`, each with `@ref` or without; `*` stands for anything.
 * Without a path all of a repository is meant. Case does not count, but that of a ref does.
 */
export function matchesAction(pattern: string, { repository, path, ref }: Uses): boolean {
  const at = pattern.lastIndexOf('@');
  const name = (at < 0 ? pattern : pattern.slice(0, at)).toLowerCase();
  if (at >= 0 && !fits(pattern.slice(at + 1), ref)) return false;
  const repositoryName = repository.toLowerCase();
  if (name.split('/').length <= 2 && fits(name, repositoryName)) return true;
  return path !== '' && fits(name, `${repositoryName}/${path.toLowerCase()}`);
}

/** Each piece between stars at its first place after the one before: no going back, whatever the text. */
function fits(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return pattern === text;
  if (!text.startsWith(first)) return false;
  let from = first.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, from);
    if (found < 0) return false;
    from = found + piece.length;
  }
  return text.length - last.length >= from && text.endsWith(last);
}
