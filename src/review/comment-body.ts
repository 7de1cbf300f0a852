import { codeFence, codeSpan, markdownText } from '../sanitise.ts';
import type { ChecklistItem, Finding } from '../types.ts';
import type { Suggestion } from './suggestion.ts';

export interface CommentParts {
  readonly finding: Finding;
  readonly suggestion?: Suggestion;
  /** Head lines of the same file on which the same rule speaks as well. */
  readonly alsoOn: readonly number[];
  /** Checklist items that the finding answers. */
  readonly items: readonly ChecklistItem[];
  /** The comment stands at another place than the finding; what that place has to do with it. */
  readonly instead?: string;
}

/** The text of an inline comment: what, why, how to mend it, and which item it answers. */
export function commentBody({ finding, suggestion, alsoOn, items, instead }: CommentParts): string {
  const { what, why, remedy } = finding.message;
  const paragraphs = [`**${markdownText(what)}** ${markdownText(why)}`];
  if (instead) paragraphs.unshift(elsewhere(finding, instead));
  if (suggestion) paragraphs.push(codeFence('suggestion', suggestion.lines));
  paragraphs.push(
    suggestion && finding.fix?.safety === 'review'
      ? `${markdownText(remedy)} Look at the suggestion before you apply it.`
      : markdownText(remedy),
  );
  if (alsoOn.length > 0) paragraphs.push(`The same on ${lineList(alsoOn)} of this file.`);
  paragraphs.push(footer(finding, items));
  return paragraphs.join('\n\n');
}

function elsewhere({ location: { path, startLine } }: Finding, instead: string): string {
  return `${markdownText(instead)} This is about ${codeSpan(`${path}:${startLine}`)}, which the diff does not show:`;
}

function lineList(lines: readonly number[]): string {
  const shown = lines.slice(0, 8).join(', ');
  return lines.length > 8
    ? `lines ${shown} and ${lines.length - 8} more`
    : `${lines.length === 1 ? 'line' : 'lines'} ${shown}`;
}

function footer(finding: Finding, items: readonly ChecklistItem[]): string {
  const [item] = items;
  const answers = item ? ` · answers “${markdownText(item.text)}”` : '';
  const origin = finding.origin === 'model' ? ' · said by the model, never gates' : '';
  const older = finding.ratcheted ? ' · older than this change, which works on its lines' : '';
  return `<sub>${codeSpan(finding.rule)} · ${finding.severity}, ${finding.confidence}${older}${answers}${origin}</sub>`;
}
