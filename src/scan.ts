import { check } from './check/check.ts';
import { toLocation } from './documents/source-text.ts';
import { gather } from './gather/gather.ts';
import type { ScanProblem, ScanResult } from './output/scan-result.ts';
import { applyPolicy } from './policy/apply-policy.ts';
import { excludedRules } from './policy/excluded-rules.ts';
import { nameOwners } from './policy/name-owners.ts';
import { readPolicy } from './policy/read-policy.ts';
import { WAIVERS_PATH } from './policy/settings-schema.ts';
import { idleWaivers } from './policy/waiver-notices.ts';
import { rules } from './rules/index.ts';
import { buildProject } from './subjects/build-project.ts';
import type { Facts, Kind, Project, Snapshot, Source, Strictness } from './types.ts';

export interface ScanOptions {
  readonly isolated: boolean;
  /** All of the repository is looked at, so that what is not found is not there. */
  readonly whole?: boolean;
  readonly now: Date;
  readonly fallbackKind?: Kind;
  readonly strictness?: Strictness;
}

/** The short line: files as they are, no base, no personas, no gate. */
export async function scan(source: Source, facts: Facts, options: ScanOptions): Promise<ScanResult> {
  const started = performance.now();
  const policy = await readPolicy(source, facts, options.now, new Set(rules.map(({ id }) => id)), options);
  const excluded = excludedRules(rules, policy);
  const wanted = rules.filter((rule) => !excluded.has(rule.id));
  const parsing = { ...options, cache: new Map() };
  const snapshot = await gather(await source.change(), source, facts, wanted, parsing);
  const project = await buildProject(snapshot, parsing);
  const { findings, runs } = check(project, wanted);
  const ran = new Set(wanted.filter((rule) => rule.check !== undefined).map(({ id }) => id));
  const crashed = runs.filter((run) => run.state === 'failed');
  return {
    files: project.head.documents.size,
    ms: Math.round(performance.now() - started),
    findings: nameOwners(applyPolicy(findings, policy, options.now), policy).filter(
      (finding) => !finding.waivedBy && !finding.silencedBy,
    ),
    problems: [
      ...parseProblems(project),
      ...omitted(snapshot),
      ...crashed.map((run) => ({
        path: run.subject,
        line: 1,
        message: `The rule ${run.rule} failed here: ${run.reason}. Please report it.`,
      })),
      ...(options.whole ? idleWaivers(policy, findings, [...project.head.documents.keys()], ran) : []).map(
        (message) => ({
          path: WAIVERS_PATH,
          line: 1,
          message,
        }),
      ),
      ...[...policy.problems, ...(policy.unreadable ? [policy.unreadable] : [])].map((message) => ({
        path: policy.origin,
        line: 1,
        message,
      })),
    ],
  };
}

function parseProblems({ head }: Project): ScanProblem[] {
  return [...head.documents.values()].flatMap(({ path, source, problems }) =>
    problems.map(({ range, message }) => ({ path, line: toLocation(path, 'head', source, range).startLine, message })),
  );
}

function omitted({ files }: Snapshot): ScanProblem[] {
  return [...files.head].flatMap(([path, content]) =>
    content.state === 'omitted' ? [{ path, line: 1, message: `Not read: ${content.reason}.` }] : [],
  );
}
