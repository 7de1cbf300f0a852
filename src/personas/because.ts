import type { ChecklistItem, Evidence, Finding, Location, Run } from '../types.ts';
import { countOf, kindName } from './kinds.ts';
import type { UnparsedFile } from './verdict-context.ts';

// The sentences that justify verdicts. Each is countable: what was looked at, by which rule, with which result.

export function aboutFindings(findings: readonly Finding[]): string {
  const [first] = findings;
  return first === undefined ? '' : `${saying(first.message.what, first.location)}${more(findings.length)}`;
}

export function aboutFailure(runs: readonly Run[]): string {
  const run = runs.find(({ state }) => state === 'failed') ?? runs[0];
  if (run === undefined) return '';
  const reason = clause(run.reason ?? 'it gave no reason');
  if (run.state === 'failed')
    return `\`${run.rule}\` failed on ${shortPath(run.subject)}: ${reason}${more(runs.length)}`;
  return `\`${run.rule}\` could not verify ${shortPath(run.subject)}: ${reason}${more(runs.length)}`;
}

export function aboutUnparsed(files: readonly UnparsedFile[]): string {
  const [first] = files;
  return first === undefined
    ? ''
    : `${shortPath(first.path)} did not parse: ${clause(first.reason)}${more(files.length)}`;
}

export function aboutWaivers(findings: readonly Finding[]): string {
  const [first] = findings;
  if (first?.waivedBy === undefined) return '';
  const { who, why, until } = first.waivedBy;
  const end = until === undefined ? '' : ` until ${until}`;
  return `accepted by ${who}${end}: ${clause(why)} (${saying(first.message.what, first.location)})${more(findings.length)}`;
}

export function aboutDebt(findings: readonly Finding[]): string {
  return `older than this change: ${aboutFindings(findings)}`;
}

export function aboutNothingSeen(item: ChecklistItem, excluded: ReadonlyMap<string, string>): string {
  const unwanted = item.rules.filter((rule) => excluded.has(rule));
  if (unwanted.length > 0) return unwanted.map((rule) => `\`${rule}\`: ${excluded.get(rule)}`).join(', ');
  if (item.rules.length > 0 && !item.partial) return `${listed(item.rules.map(quoted))} had nothing to look at`;
  return `no ${listed(item.kinds.map(kindName), 'or')} was looked at`;
}

export function aboutProofs(proofs: readonly Evidence[]): string {
  const [first] = proofs;
  return first === undefined ? '' : `${saying(first.message, first.location)}${more(proofs.length)}`;
}

export function aboutGap(runs: readonly Run[]): string {
  return `nothing that shows it was found in ${countSubjects(runs)}`;
}

export function aboutUntouched(runs: readonly Run[]): string {
  return `${countSubjects(runs)} looked at, none touched by this change`;
}

export function aboutSilence(
  runs: readonly Run[],
  rules: readonly string[],
  excluded: ReadonlyMap<string, string>,
): string {
  const unwanted = rules.filter((rule) => excluded.has(rule)).map((rule) => `; \`${rule}\`: ${excluded.get(rule)}`);
  return `${looked(runs)}, nothing found${unwanted.join('')}`;
}

export function aboutModel(item: ChecklistItem, ran: readonly Run[], seen: readonly Run[]): string {
  if (item.rules.length === 0) return `no rule answers this; ${countSubjects(seen)} to look at`;
  if (ran.length === 0) return `no rule that ran answers this; ${countSubjects(seen)} to look at`;
  const proofs = ran.flatMap((run) => run.proofs);
  const result = proofs.length > 0 ? aboutProofs(proofs) : `${looked(ran)}, nothing found`;
  return `${result}; rules answer only part of this`;
}

export function aboutNobody(item: ChecklistItem): string {
  const reason = 'not visible in a pull request';
  return item.proxy === undefined ? reason : `${reason}; nearest sign: ${item.proxy}`;
}

/** "2 workflows looked at by `a` and `b`; 1 Dockerfile by `c`". */
function looked(runs: readonly Run[]): string {
  const rulesByCount = new Map<string, string[]>();
  for (const rule of new Set(runs.map((run) => run.rule))) {
    const count = countSubjects(runs.filter((run) => run.rule === rule));
    rulesByCount.set(count, [...(rulesByCount.get(count) ?? []), `\`${rule}\``]);
  }
  return [...rulesByCount]
    .map(([count, rules], index) => `${count}${index === 0 ? ' looked at' : ''} by ${listed(rules)}`)
    .join('; ');
}

function countSubjects(runs: readonly Run[]): string {
  const bySubject = new Map(runs.map((run) => [run.subject, run.kinds]));
  const kinds = [...new Set([...bySubject.values()].flat())];
  return countOf(bySubject.size, kinds);
}

function listed(words: readonly string[], last = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

function quoted(rule: string): string {
  return `\`${rule}\``;
}

function saying(what: string, location: Location): string {
  return `${clause(what)}, ${shortPath(location.path)}:${location.startLine}`;
}

/** A message as part of a sentence: without its full stop, on one line. */
function clause(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
}

/** Workflows are known by their file name alone. */
function shortPath(path: string): string {
  return path.replace(/^\.github\/workflows\//, '');
}

function more(count: number): string {
  return count > 1 ? `, and ${count - 1} more` : '';
}
