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
import type { Facts, Finding, Kind, Project, Snapshot, Source, Strictness } from './types.ts';

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
  const looked = { paths: [...project.head.documents.keys()], tree: snapshot.tree.head };
  const crashed = runs.filter((run) => run.state === 'failed');
  const settled = nameOwners(applyPolicy(findings, policy, options.now), policy);
  const isAccepted = ({ waivedBy, silencedBy }: Finding) => waivedBy !== undefined || silencedBy !== undefined;
  return {
    files: project.head.documents.size,
    ms: Math.round(performance.now() - started),
    findings: settled.filter((finding) => !isAccepted(finding)),
    accepted: settled.filter(isAccepted),
    problems: [
      ...parseProblems(project),
      ...omitted(snapshot),
      ...crashed.map((run) => ({
        path: run.subject,
        line: 1,
        message: `The rule ${run.rule} failed here: ${run.reason}. Please report it.`,
      })),
      ...(options.whole ? idleWaivers(policy, findings, looked, ran) : []).map((message) =>
        aboutSettings(WAIVERS_PATH, message),
      ),
      ...[...policy.problems, ...(policy.unreadable ? [policy.unreadable] : [])].map((message) =>
        aboutSettings(policy.origin, message),
      ),
    ],
  };
}

/** What is wrong with settings says where it is by itself, if it has a line. */
function aboutSettings(file: string, problem: string): ScanProblem {
  const [, path = file, line = '1', message = problem] = /^([^\s:]+):(\d+): (.*)$/s.exec(problem) ?? [];
  return { path, line: Number(line), message, about: 'settings' };
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
