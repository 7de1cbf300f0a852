import type { Example, Row } from './row.ts';

/** The page of a row, as it stands in the folder. */
export function rowPage(row: Row): string {
  return [
    `# ${row.title}`,
    '<!-- Generated from a row by scripts/generate-row-pages.mjs: edit the row. -->',
    row.about,
    '## Bad',
    ...row.bad.map((example) => fences(example)),
    '## Good',
    ...row.good.map((example) => fences(example)),
    '## When not to',
    row.whenNot,
    '## References',
    row.references.map((reference) => `- ${reference}`).join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
}

function fences({ note, text, base }: Example): string {
  const parts = [
    ...(note === undefined ? [] : [note]),
    ...(base === undefined ? [] : [fence(base, ' base')]),
    fence(text, ''),
  ];
  return parts.join('\n\n');
}

function fence(text: string, side: string): string {
  return `\`\`\`hcl main.tf${side}\n${text.trim()}\n\`\`\``;
}
