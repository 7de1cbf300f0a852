/** Why a whole image reference is none; undefined where it is one, or a template that is still to be filled in. */
export function imageNameProblem(reference: string): string | undefined {
  if (reference === '') return 'it is empty';
  if (reference.length > 512 || !/^[\w./:@+-]+$/.test(reference) || /__|@@/.test(reference)) return undefined;
  const [name = '', digest, ...more] = reference.split('@');
  if (more.length > 0 || digest === '') return 'there is no digest behind `@`';
  const slash = name.lastIndexOf('/');
  const colon = name.indexOf(':', slash + 1);
  const tag = colon < 0 ? undefined : name.slice(colon + 1);
  if (tag !== undefined && !/^\w[\w.-]{0,127}$/.test(tag))
    return tag === '' ? 'there is no tag behind `:`' : 'its tag is none';
  const parts = (colon < 0 ? name : name.slice(0, colon)).split('/');
  const path = parts.length > 1 && isHost(parts[0] ?? '') ? parts.slice(1) : parts;
  return path.map(partProblem).find((one) => one !== undefined);
}

/** As Docker tells a registry from the first part of a name. */
function isHost(part: string): boolean {
  return /[.:A-Z]/.test(part) || part === 'localhost';
}

function partProblem(part: string): string | undefined {
  if (part === '') return 'a part of its name is empty';
  // Nothing but capitals is the mark of a template.
  if (/^[A-Z0-9_-]+$/.test(part)) return undefined;
  if (/[A-Z]/.test(part)) return 'names of images have no capital letters';
  return /^[a-z0-9]+([._-]+[a-z0-9]+)*$/.test(part) ? undefined : 'its name begins or ends with a punctuation mark';
}
