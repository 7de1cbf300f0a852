import type { ReadRequirements, Requirement, RequirementOption } from '../requirements.ts';
import { toRequirement } from './to-requirement.ts';

const SHORT: Readonly<Record<string, string>> = {
  '-i': '--index-url',
  '-r': '--requirement',
  '-c': '--constraint',
  '-e': '--editable',
  '-f': '--find-links',
};

/** Reads pip's requirements format (https://pip.pypa.io/en/stable/reference/requirements-file-format/). */
export function readPip(source: string): ReadRequirements {
  const requirements: Requirement[] = [];
  const options: RequirementOption[] = [];
  const comments: { range: { start: number; end: number }; text: string }[] = [];
  for (const { start, text } of logicalLines(source)) {
    const comment = /(^|\s)#.*$/s.exec(text);
    if (comment) {
      const at = start + comment.index + (comment[1]?.length ?? 0);
      comments.push({
        range: { start: at, end: start + text.trimEnd().length },
        text: text.slice(at - start).replace(/^#+\s?/, ''),
      });
    }
    const code = comment ? text.slice(0, comment.index) : text;
    const indent = code.length - code.trimStart().length;
    const body = code.trim();
    if (body === '') continue;
    const option = /^(--?[\w-]+)[=\s]?\s*(.*)$/s.exec(body);
    if (option?.[1]) {
      const name = SHORT[option[1]] ?? option[1];
      options.push({
        name,
        value: option[2] ?? '',
        range: { start: start + indent, end: start + indent + body.length },
      });
      continue;
    }
    const requirement = toRequirement(body, start + indent);
    if (requirement) requirements.push(requirement);
  }
  return { requirements, options, comments, problems: [] };
}

/** Lines with their continuations; the text keeps its length, so that offsets hold. */
function* logicalLines(source: string): Generator<{ readonly start: number; readonly text: string }> {
  let start = source.startsWith('\ufeff') ? 1 : 0;
  for (const match of source.slice(start).matchAll(/(?:\\\r?\n|[^\n])*(?:\n|$)/g)) {
    const text = match[0].replace(/\r?\n$/, '');
    if (text !== '') yield { start, text: text.replace(/\\\r?\n/g, (part) => ' '.repeat(part.length)) };
    start += match[0].length;
  }
}
