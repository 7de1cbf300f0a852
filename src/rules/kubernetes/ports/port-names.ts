import type { Container } from '../../../documents/kubernetes/container.ts';
import { itemsAt, textAt } from '../../../documents/yaml/yaml-node.ts';

/** The names that a container gives to its ports. */
export function portNamesOf({ node }: Container): readonly string[] {
  return itemsAt(node, 'ports').flatMap((port) => textAt(port, 'name') ?? []);
}

export function isPortNumber(text: string): boolean {
  return /^\d+$/.test(text);
}

/** What is wrong with the name of a port, by the rules of the API (RFC 6335, without capitals); undefined where nothing is. */
export function faultOfPortName(name: string): string | undefined {
  if (name.length > 15) return `it has ${name.length} characters, and 15 are allowed`;
  if (!/^[a-z0-9-]+$/.test(name)) return 'only small letters, digits and hyphens are allowed';
  if (!/[a-z]/.test(name)) return 'it has no letter';
  if (/^-|-$|--/.test(name)) return 'hyphens may only stand alone between letters or digits';
  return undefined;
}
