import { plainText } from '../sanitise.ts';
import type { Finding, PersonaReview, Review } from '../types.ts';
import { type Paint, painter, type Style, type Terminal } from './ansi.ts';
import { count } from './count.ts';
import { coverage } from './coverage.ts';
import { groupFindings } from './group-findings.ts';
import { headline, isEnforced } from './headline.ts';
import { judgeLines } from './judge-line.ts';
import { nextStep } from './next-step.ts';
import { outcomeWords } from './outcome-words.ts';
import { evidencePlaces, findingPlace } from './place.ts';
import { terminalTable } from './terminal-table.ts';
import { wrapText } from './wrap-text.ts';

/** The review for people at a terminal: verdict first, what to do next last, at most `width` columns where words allow. */
export function terminalReview(review: Review, terminal: Terminal): string {
  const paint = painter(terminal);
  const groups = groupFindings(review);
  const show = (title: string, findings: readonly Finding[], style: Style) =>
    section(
      paint,
      title,
      style,
      findings.flatMap((finding, index) => findingLines(finding, index + 1, terminal)),
    );
  const blocks = [
    verdict(review, paint),
    section(paint, 'Not complete', 'red', bullets(review.incomplete, terminal)),
    show(isEnforced(review) ? 'Blocks' : `Would block (mode is ${review.mode})`, groups.blocking, 'red'),
    show('Worth a look', groups.worthALook, 'yellow'),
    section(paint, 'From the model, without a place', 'yellow', bullets(review.judge.unplaced, terminal)),
    show('Accepted', groups.waived, 'cyan'),
    show('Silenced by comments in this change', groups.silenced, 'cyan'),
    show('Moved here from another file', groups.moved, 'cyan'),
    section(paint, 'What this change does', 'cyan', impact(review, terminal)),
    section(
      paint,
      'Checklists',
      'cyan',
      review.personas.flatMap((persona) => checklist(persona, terminal, paint)),
    ),
    notes(review, terminal),
    [paint('bold', nextStep(review))],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function verdict(review: Review, paint: Paint): string[] {
  const style = { failure: 'red', action_required: 'red', neutral: 'yellow', success: 'green' } as const;
  const { change } = review;
  const number = change.number === undefined ? '' : ` #${change.number}`;
  const commits = `${change.mergeBaseSha?.slice(0, 8) ?? 'nothing'}..${change.headSha?.slice(0, 8) ?? 'working tree'}`;
  return [
    paint('bold', paint(style[review.conclusion], `Pipewright: ${headline(review)}`)),
    paint(
      'dim',
      `${plainText(change.repository)}${number}  ${commits}  ${count(review.files, 'file')}  ${(review.ms / 1000).toFixed(1)} s`,
    ),
  ];
}

function section(paint: Paint, title: string, style: Style, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [paint('bold', paint(style, title)), ...lines];
}

function findingLines(finding: Finding, number: number, terminal: Terminal): string[] {
  const paint = painter(terminal);
  const { what, why, remedy } = finding.message;
  const waiver = finding.waivedBy;
  const until = waiver?.until === undefined ? '' : ` until ${plainText(waiver.until)}`;
  const weight = `${finding.severity}, ${finding.confidence}${finding.origin === 'model' ? ', from the model' : ''}`;
  return [
    `${`${number}`.padStart(3)}  ${paint('cyan', plainText(findingPlace(finding)))}  ${plainText(finding.rule)}  ${paint('dim', weight)}`,
    ...wrapText(`${plainText(what)} ${plainText(why)}`, terminal.width, 5),
    ...wrapText(`→ ${plainText(remedy)}`, terminal.width, 5),
    ...finding.related
      .slice(0, 3)
      .map(
        ({ location, message }) =>
          `     see ${plainText(`${location.path}:${location.startLine}`)}  ${paint('dim', plainText(message))}`,
      ),
    ...(waiver === undefined
      ? []
      : wrapText(`accepted by ${plainText(waiver.who)}${until}: ${plainText(waiver.why)}`, terminal.width, 5)),
  ];
}

function impact(review: Review, terminal: Terminal): string[] {
  const rows = review.impact.rows.map((row) => [
    `${row.topic} ${row.subject}`,
    row.before || '–',
    '→',
    row.after || '–',
  ]);
  return [
    ...terminalTable(rows, terminal.width),
    ...(review.impact.graph?.text.split('\n') ?? []).flatMap((line) => wrapText(plainText(line), terminal.width, 2)),
  ];
}

/** Only what needs a reader: the rest is in the counts. */
function checklist(persona: PersonaReview, terminal: Terminal, paint: Paint): string[] {
  const loud = persona.verdicts.filter(
    ({ outcome }) => outcome === 'unmet' || outcome === 'undecided' || outcome === 'gap',
  );
  const rows = loud.map((verdict) => [
    outcomeWords[verdict.outcome],
    verdict.item.text,
    evidencePlaces(verdict.evidence, 3) || verdict.because,
  ]);
  return [
    `  ${paint('bold', plainText(persona.title))}  ${coverage(persona)}`,
    ...terminalTable(rows, terminal.width, 4),
  ];
}

function bullets(texts: readonly string[], terminal: Terminal): string[] {
  return texts.flatMap((text) =>
    wrapText(plainText(text), terminal.width, 4).map((line, index) => (index === 0 ? `  - ${line.trimStart()}` : line)),
  );
}

function notes(review: Review, terminal: Terminal): string[] {
  return [
    ...review.notices.map(plainText),
    ...review.omitted.map(({ path, reason }) => `Not reviewed: ${plainText(path)}, ${plainText(reason)}`),
    ...judgeLines(review.judge),
  ].flatMap((line) => wrapText(line, terminal.width, 0));
}
