import type { Rule } from '../types.ts';

/** A rule for somebody who asks in a pull request: why it matters; its whole page, folded away. The page is our own text. */
export function explainMarkdown({ id, severity, confidence }: Rule, page: string): string {
  const [head = '', ...sections] = page.trimEnd().split(/^## /m);
  const [title = '', ...why] = head.trim().split('\n');
  return [
    `**${title.replace(/^# /, '')}** (\`${id}\`, ${severity}, ${confidence})`,
    why.join('\n').trim(),
    `<details><summary>Examples and references</summary>\n\n${sections.map((text) => `#### ${text.trim()}`).join('\n\n')}\n\n</details>`,
  ].join('\n\n');
}
