import type { TerraformDocument } from '../../../documents/terraform.ts';
import type { Edit, Fix } from '../../../types.ts';
import type { RequiredProvider } from './required-providers.ts';

/** Adds a version constraint to an entry of `required_providers`. */
export function addVersion({ name, entry, document }: RequiredProvider, version: string): Fix | undefined {
  if (entry.value.kind !== 'object') return undefined;
  const last = entry.value.entries.at(-1);
  if (!last)
    return {
      title: `Require ${name} ${version}`,
      safety: 'review',
      edits: [
        {
          path: document.path,
          range: entry.value.range,
          text: `{ source = "hashicorp/${name}", version = "${version}" }`,
        },
      ],
    };
  const lineStart = document.source.lastIndexOf('\n', last.range.start - 1) + 1;
  const indent = document.source.slice(lineStart, last.range.start);
  const isAlone = indent.trim() === '';
  const padding = isAlone ? ' '.repeat(Math.max(0, (last.name ?? '').length - 'version'.length)) : '';
  const text = isAlone ? `\n${indent}version${padding} = "${version}"` : `, version = "${version}"`;
  return {
    title: `Require ${name} ${version}`,
    safety: 'review',
    edits: [
      { path: document.path, range: { start: last.range.end, end: last.range.end }, text },
      ...(isAlone && last.name === 'source' ? [alignSource(document, last.range.start)] : []),
    ],
  };
}

/** `source` is a letter shorter than `version`: the equals signs stay in line, as `terraform fmt` has them. */
function alignSource(document: TerraformDocument, start: number): Edit {
  const equals = document.source.indexOf('=', start);
  return { path: document.path, range: { start: start + 'source'.length, end: equals }, text: '  ' };
}
