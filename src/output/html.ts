import type { Finding, InlineComment, PersonaReview, Review, Verdict } from '../types.ts';
import { checkTitle } from './check-summary.ts';
import { verdictsBySection } from './checklist-markdown.ts';
import { count } from './count.ts';
import { coverage } from './coverage.ts';
import { groupFindings } from './group-findings.ts';
import { headline, isEnforced } from './headline.ts';
import { htmlDiff, htmlSuggestion } from './html-diff.ts';
import { htmlStyle } from './html-style.ts';
import { htmlCode, htmlPage, htmlText } from './html-text.ts';
import { judgeLines } from './judge-line.ts';
import { outcomeWords } from './outcome-words.ts';
import { evidencePlaces, place } from './place.ts';
import type { ScanProblem, ScanResult } from './scan-result.ts';
import { countBySeverity, sortFindings } from './sort-findings.ts';

/** The review as one page that looks as it does on GitHub: the summary, the comments on the lines, the checks. */
export function reviewHtml(review: Review): string {
  const { change } = review;
  const number = change.number === undefined ? '' : ` <span class="quiet">#${change.number}</span>`;
  const body = [
    `<h1>${htmlText(change.title || change.repository)}${number}</h1>`,
    `<p class="quiet">${htmlText(change.repository)} · ${count(review.files, 'file')} · ${(review.ms / 1000).toFixed(1)} s</p>`,
    box('<b>pipewright</b> commented', summary(review)),
    ...(review.comments.length === 0
      ? []
      : ['<h2>On the lines</h2>', ...review.comments.map((comment) => inline(review, comment))]),
    ...(review.personas.length === 0
      ? []
      : ['<h2>Checks</h2>', ...review.personas.map((persona) => check(review, persona))]),
  ];
  return htmlPage(`Pipewright: ${headline(review)}`, htmlStyle, body.join('\n'));
}

/** A scan as one page. */
export function scanHtml(result: ScanResult): string {
  const findings = sortFindings(result.findings);
  const counts =
    findings.length === 0 ? 'nothing found' : `${count(findings.length, 'finding')} (${countBySeverity(findings)})`;
  const problems = (wanted: ScanProblem['about']) =>
    result.problems
      .filter(({ about }) => about === wanted)
      .map(({ path, line, message }) => `${htmlCode(`${path}:${line}`)} ${htmlText(message)}`);
  const body = [
    `<h1>Pipewright: ${counts}</h1>`,
    `<p class="quiet">${count(result.files, 'file')} · ${(result.ms / 1000).toFixed(1)} s</p>`,
    list('ul', findings.map(wholeFinding)),
    titled('Not read', list('ul', problems(undefined))),
    titled('Settings and waivers', list('ul', problems('settings'))),
  ];
  return htmlPage('Pipewright', htmlStyle, body.join('\n'));
}

function summary(review: Review): string {
  const { blocking, worthALook, waived } = groupFindings(review);
  return [
    `<h3>Pipewright: ${htmlText(headline(review))}</h3>`,
    titled('Not complete', list('ul', review.incomplete.map(htmlText))),
    titled(isEnforced(review) ? 'Blocks' : 'Would block', list('ol', blocking.map(shortFinding))),
    titled('Worth a look', list('ul', [...worthALook.map(mention), ...review.judge.unplaced.map(htmlText)])),
    titled(
      'Accepted',
      list(
        'ul',
        waived.map((finding) => `${mention(finding)} ${accepted(finding)}`),
      ),
    ),
    titled('What this change does', impact(review)),
    `<p>${review.personas.map((persona) => `${htmlText(persona.title)}: ${coverage(persona)}`).join('<br>')}</p>`,
    ...[...review.notices, ...judgeLines(review.judge)].map((line) => `<p class="quiet">${htmlText(line)}</p>`),
    ...review.omitted.map(
      ({ path, reason }) => `<p class="quiet">Not reviewed: ${htmlCode(path)}, ${htmlText(reason)}</p>`,
    ),
  ].join('\n');
}

function impact(review: Review): string {
  const rows = review.impact.rows.map((row) => [
    `${htmlText(row.topic)} ${htmlText(row.subject)}`,
    htmlText(row.before) || '–',
    htmlText(row.after) || '–',
  ]);
  const words =
    review.impact.graph === undefined
      ? ''
      : `<p>${review.impact.graph.text.split('\n').map(htmlText).join('<br>')}</p>`;
  return rows.length === 0 ? words : table(['', 'before', 'after'], rows) + words;
}

function inline(review: Review, comment: InlineComment): string {
  const finding = review.findings.find(({ fingerprint }) => fingerprint === comment.fingerprint);
  const text =
    finding === undefined
      ? `<p>${htmlText(comment.body)}</p>`
      : `${explained(finding)}${htmlSuggestion(review, comment)}${weight(finding)}`;
  const note = `<div class="note"><div class="in"><b>pipewright</b>${text}</div></div>`;
  return `<div class="box"><div class="head">${htmlCode(comment.path)}</div>${htmlDiff(review, comment)}${note}</div>`;
}

function check(review: Review, persona: PersonaReview): string {
  const style = { failure: 'bad', action_required: 'bad', neutral: 'warn', success: 'good' }[persona.conclusion];
  const own = new Set(persona.findings);
  const { blocking, worthALook } = groupFindings(review);
  const findings = [...blocking, ...worthALook].filter(({ fingerprint }) => own.has(fingerprint));
  const sections = [...verdictsBySection(persona)].map(
    ([section, verdicts]) =>
      `<h4>${htmlText(section)}</h4>${table(['item', 'answer', 'because'], verdicts.map(verdictRow))}`,
  );
  const skipped = persona.verdicts.filter(({ outcome }) => outcome === 'not-applicable').length;
  return box(
    `<b>Pipewright / ${htmlText(persona.title)}</b> <span class="${style}">${persona.conclusion.replace('_', ' ')}</span> · ${checkTitle(review, persona)}`,
    [
      ...sections,
      skipped === 0 ? '' : `<p class="quiet">${count(skipped, 'item does', 'items do')} not apply.</p>`,
      titled('Findings', list('ul', findings.map(wholeFinding))),
    ].join('\n'),
  );
}

function verdictRow(verdict: Verdict): readonly string[] {
  const answer = outcomeWords[verdict.outcome] + (verdict.by === 'model' ? ' (model)' : '');
  const places = evidencePlaces(verdict.evidence);
  return [
    htmlText(verdict.item.text),
    verdict.outcome === 'unmet' ? `<b class="bad">${answer}</b>` : answer,
    [htmlText(verdict.because), places === '' ? '' : htmlCode(places)].filter((part) => part !== '').join(', '),
  ];
}

function shortFinding(finding: Finding): string {
  return `${mention(finding)} → ${htmlText(finding.message.remedy)}`;
}

function mention(finding: Finding): string {
  const before = finding.location.side === 'base' ? ' (before)' : '';
  return `${htmlCode(place(finding.location))}${before}: ${htmlText(finding.message.what)}`;
}

function accepted({ waivedBy }: Finding): string {
  const until = waivedBy?.until === undefined ? '' : ` until ${htmlText(waivedBy.until)}`;
  const owner = waivedBy?.owner === undefined ? '' : `, owned by ${htmlCode(waivedBy.owner)}`;
  return waivedBy === undefined
    ? ''
    : `(accepted by ${htmlCode(waivedBy.who)}${until}${owner}: ${htmlText(waivedBy.why)})`;
}

function wholeFinding(finding: Finding): string {
  return `${htmlCode(place(finding.location))} ${explained(finding)}${weight(finding)}`;
}

function explained({ message }: Finding): string {
  return `<p><b>${htmlText(message.what)}</b> ${htmlText(message.why)} → ${htmlText(message.remedy)}</p>`;
}

function weight(finding: Finding): string {
  return `<p class="quiet">${htmlCode(finding.rule)} · ${finding.severity}, ${finding.confidence}</p>`;
}

function titled(title: string, html: string): string {
  return html === '' ? '' : `<p><b>${title}</b></p>${html}`;
}

function list(tag: 'ol' | 'ul', items: readonly string[]): string {
  return items.length === 0 ? '' : `<${tag}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag}>`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (tag: 'th' | 'td', row: readonly string[]) =>
    `<tr>${row.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
  return `<div class="scroll"><table>${cells('th', head)}${rows.map((row) => cells('td', row)).join('')}</table></div>`;
}

function box(head: string, body: string): string {
  return `<div class="box"><div class="head">${head}</div><div class="in">${body}</div></div>`;
}
