import { readYaml } from './read-yaml.ts';

/** The organisation's file that settings extend. */
export interface ExtendedFile {
  /** As it is written: `acme/.github:pipewright.yml@main`. */
  readonly name: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly path: string;
  readonly ref: string;
}

const NAME = /^([\w.-]+\/[\w.-]+):([^@\s]+)@(\S+)$/;

/**
 * What settings extend, be they valid or not: whoever breaks a file must not shed the floors that it names. Undefined
 * where they name nothing.
 */
export function extendedFile(text: string): ExtendedFile | undefined {
  const [name = '', repository, path, ref] = NAME.exec(namedIn(text) ?? '') ?? [];
  return repository && path && ref ? { name, repository, path, ref } : undefined;
}

function namedIn(text: string): string | undefined {
  const file = readYaml(text);
  if ('broken' in file) return /^extends:[ \t]+["']?([^\s"']+)/m.exec(text)?.[1];
  const { value } = file;
  if (typeof value !== 'object' || value === null || !('extends' in value)) return undefined;
  return typeof value.extends === 'string' ? value.extends : undefined;
}
