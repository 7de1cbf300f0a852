import type { Container } from '../../../documents/kubernetes/container.ts';

/** The containers that stand on both sides: by name, else the only one, renamed, with the same image. */
export function pairContainers(before: readonly Container[], after: readonly Container[]): [Container, Container][] {
  const pairs = before.flatMap((old): [Container, Container][] => {
    const same = after.find(({ name, role }) => name === old.name && role === old.role);
    return same ? [[old, same]] : [];
  });
  const [old, ...others] = before;
  const [now, ...more] = after;
  if (pairs.length > 0 || !old || !now || others.length > 0 || more.length > 0) return pairs;
  const image = repositoryOf(old);
  return image !== '' && image === repositoryOf(now) ? [[old, now]] : [];
}

/** An image without tag and digest. */
function repositoryOf({ image }: Container): string {
  return (image?.text ?? '').replace(/@.*$/, '').replace(/:[^/:]*$/, '');
}
