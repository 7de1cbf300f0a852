import type { Container } from '../../../documents/kubernetes/container.ts';

/** The containers that stand on both sides: by name, else the only ones left, renamed, that run the same image. */
export function pairContainers(before: readonly Container[], after: readonly Container[]): [Container, Container][] {
  const pairs = before.flatMap((old): [Container, Container][] => {
    const same = after.find(({ name, role }) => name === old.name && role === old.role);
    return same ? [[old, same]] : [];
  });
  const paired = new Set(pairs.flat());
  const left = before.filter((one) => !paired.has(one));
  const open = after.filter((one) => !paired.has(one));
  const renamed = left.flatMap((old): [Container, Container][] => {
    const [same, ...more] = open.filter((one) => runsSame(old, one));
    const isOnly = left.filter((one) => runsSame(old, one)).length === 1;
    return same && more.length === 0 && isOnly ? [[old, same]] : [];
  });
  return [...pairs, ...renamed];
}

function runsSame(a: Container, b: Container): boolean {
  const image = imageName(a);
  return image !== '' && a.role === b.role && image === imageName(b);
}

/** An image without registry, tag and digest: what moves to a mirror is the same program. */
function imageName({ image }: Container): string {
  const repository = (image?.text ?? '').replace(/@.*$/, '').replace(/:[^/:]*$/, '');
  return repository.split('/').at(-1) ?? '';
}
