import type { PolicyWaiver } from '../types.ts';
import { describeIssue } from './describe-issue.ts';
import { nearestWord } from './nearest-word.ts';
import { readYaml, type YamlFile } from './read-yaml.ts';
import { waiverSchema } from './settings-schema.ts';

/** A waiver is a loan: nobody accepts a risk for longer than this. */
const LONGEST_DAYS = 180;

/**
 * Reads the waivers file: a list of entries, or a mapping with the list under `waivers`. An entry that is invalid,
 * expired or lasts too long is not applied and is a problem; the others hold.
 */
export function loadWaivers(
  { path, text }: { readonly path: string; readonly text: string },
  now: Date,
  knownRules?: ReadonlySet<string>,
): { readonly waivers: readonly PolicyWaiver[]; readonly problems: readonly string[] } {
  const file = readYaml(text);
  if ('broken' in file) return none(`${path}:${file.line}: not valid YAML, ${file.broken}. No waiver in it holds.`);
  if (file.value === undefined) return { waivers: [], problems: [] };
  const list = entries(file.value);
  if (list === undefined) {
    return none(
      `${path}:1: the waivers have to be a list, and are not. No waiver in it holds. Begin each entry with \`- rule:\`.`,
    );
  }
  const read = list.items.map((entry, index) => readEntry(path, file, entry, [...list.at, index], now));
  return {
    waivers: read.flatMap((result) => ('waiver' in result ? [result.waiver] : [])),
    problems: read.flatMap((result, index) =>
      'problems' in result
        ? result.problems
        : (unknownRule(result.waiver, `${path}:${file.lineOf([...list.at, index, 'rule'])}`, knownRules) ?? []),
    ),
  };
}

/** It weakens nothing, and nobody who wrote it meant that. */
function unknownRule(
  { rule }: PolicyWaiver,
  place: string,
  known: ReadonlySet<string> | undefined,
): string | undefined {
  if (rule === undefined || known === undefined || known.has(rule)) return undefined;
  const nearest = nearestWord(rule, known);
  const advice = nearest === undefined ? 'Remove it.' : `Did you mean \`${nearest}\`?`;
  return `${place}: there is no rule \`${rule}\`, so the waiver covers nothing. ${advice}`;
}

function none(problem: string): { readonly waivers: readonly []; readonly problems: readonly string[] } {
  return { waivers: [], problems: [problem] };
}

function entries(value: unknown): { readonly items: readonly unknown[]; readonly at: readonly string[] } | undefined {
  if (Array.isArray(value)) return { items: value, at: [] };
  if (typeof value !== 'object' || value === null || !('waivers' in value)) return undefined;
  return Array.isArray(value.waivers) ? { items: value.waivers, at: ['waivers'] } : undefined;
}

const VOCABULARY = { keys: { '': Object.keys(waiverSchema.shape) }, words: {} };

function readEntry(
  path: string,
  file: YamlFile,
  entry: unknown,
  at: readonly PropertyKey[],
  now: Date,
): { readonly waiver: PolicyWaiver } | { readonly problems: readonly string[] } {
  const local: YamlFile = { value: entry, lineOf: (key) => file.lineOf([...at, ...key]) };
  const line = file.lineOf(at);
  const result = waiverSchema.safeParse(entry);
  if (!result.success) {
    const faults = result.error.issues.flatMap((issue) => describeIssue(local, issue, VOCABULARY));
    return { problems: faults.map((fault) => `${path}:${fault.line}: ${fault.text} This waiver does not hold.`) };
  }
  const { rule, path: glob, address, fingerprint, reason, expires, owner } = result.data;
  const refusal = refuseDate(expires, now);
  if (refusal) return { problems: [`${path}:${line}: the waiver of \`${rule}\` ${refusal}`] };
  const waiver: PolicyWaiver = {
    rule,
    ...(glob === undefined ? {} : { path: glob }),
    ...(address === undefined ? {} : { address }),
    ...(fingerprint === undefined ? {} : { fingerprint }),
    reason,
    approvedBy: result.data['approved-by'],
    ...(owner === undefined ? {} : { owner }),
    expires,
  };
  return { waiver };
}

function refuseDate(expires: string, now: Date): string | undefined {
  if (isExpired(expires, now)) {
    return `expired on ${expires} and no longer holds. Repair what it covers and remove it, or have it approved again.`;
  }
  const latest = latestEnd(now);
  if (expires <= latest) return undefined;
  return `ends on ${expires}, more than ${LONGEST_DAYS} days ahead, and does not hold. Choose ${latest} or earlier.`;
}

/** The last day, in UTC, that a waiver may hold. */
export function latestEnd(now: Date): string {
  return inDays(now, LONGEST_DAYS);
}

/** The day, in UTC, so many days ahead. */
export function inDays(now: Date, days: number): string {
  return new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

/** A waiver holds through the whole of its last day, in UTC. */
export function isExpired(expires: string, now: Date): boolean {
  return expires < now.toISOString().slice(0, 10);
}
