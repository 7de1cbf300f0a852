import { isUnread } from '../subjects/is-unread.ts';
import type { Change, Finding, Project, Rule, Run, Side, Subject } from '../types.ts';
import { classifyFindings } from './classify-findings.ts';
import { evidenceAt, locate, type RawFinding } from './raw-finding.ts';
import { type Renames, renamesOf } from './renames.ts';
import { ruleContext } from './rule-context.ts';
import { type Observed, runCheck, runCompare } from './run-rule.ts';
import { silence } from './silence.ts';
import { supersede } from './supersede.ts';
import { toFindings } from './to-findings.ts';

export interface Checked {
  readonly findings: readonly Finding[];
  readonly runs: readonly Run[];
}

/** Runs the rules on everything the change touches, on both sides, and says what the change made worse. */
export function check(project: Project, rules: readonly Rule[]): Checked {
  const renames = renamesOf(project.change);
  const base = touched(project, 'base', project.change);
  const head = touched(project, 'head', project.change);
  const findings: Finding[] = [];
  const runs: Run[] = [];
  const [ofBase, ofHead] = [bySort(base), bySort(head)];
  for (const rule of rules) {
    const scope = { project, renames, rules, base: ofBase(rule), head: ofHead(rule), runs };
    // Not push(...all): a file can have more findings than a call can have arguments.
    if (rule.check) for (const finding of checkStates(rule, scope)) findings.push(finding);
    // Files as they are, no change: nothing can have been taken away.
    if (rule.compare && project.change.mergeBaseSha !== undefined)
      for (const finding of compareSides(rule, scope)) findings.push(finding);
  }
  return { findings: silence(supersede(findings, rules), project, rules), runs };
}

/** What one rule is to look at, and where its runs are noted. */
interface Scope {
  readonly project: Project;
  readonly renames: Renames;
  readonly rules: readonly Rule[];
  readonly base: readonly Subject[];
  readonly head: readonly Subject[];
  readonly runs: Run[];
}

function checkStates(rule: Rule, { project, renames, rules, base, head, runs }: Scope): Finding[] {
  const [onBase, onHead] = [ruleContext(project, 'base', rules), ruleContext(project, 'head', rules)];
  const before = base.flatMap((subject) =>
    locateAll(rule, subject, 'base', runCheck(rule, subject, onBase), project, renames),
  );
  const after = head.flatMap((subject) => {
    const observed = runCheck(rule, subject, onHead);
    runs.push(toRun(rule, subject, observed, project));
    return locateAll(rule, subject, 'head', observed, project, renames);
  });
  const classified = classifyFindings(before, after, (raw) => textsOf(raw.location.path, project, renames));
  // What stands in a file that cannot be read any more is not gone.
  const known = classified.filter(
    ({ raw, status }) => status !== 'resolved' || !isUnread(project.head, renames.pathOn(raw.location.path, 'head')),
  );
  return toFindings(known, renames);
}

function textsOf(path: string, project: Project, renames: Renames): { readonly base: string; readonly head: string } {
  const base = project.base.documents.get(renames.pathOn(path, 'base'))?.source ?? '';
  return { base, head: project.head.documents.get(path)?.source ?? '' };
}

function compareSides(rule: Rule, { project, renames, rules, base, head, runs }: Scope): Finding[] {
  const onHead = ruleContext(project, 'head', rules);
  return pairs(base, head, renames).flatMap(([one, other]) => {
    const observed = runCompare(rule, one, other, onHead);
    const subject = other ?? one;
    if (!subject) return [];
    runs.push(toRun(rule, subject, observed, project));
    const raw = locateAll(rule, subject, other ? 'head' : 'base', observed, project, renames);
    const classified = raw.map((each) => ({ raw: each, status: 'introduced' as const }));
    return toFindings(classified, renames);
  });
}

function locateAll(
  rule: Rule,
  subject: Subject,
  side: Side,
  observed: Observed,
  project: Project,
  renames: Renames,
): RawFinding[] {
  return observed.problems.flatMap(
    (problem) => locate(rule, problem, side, subject.paths[0] ?? '', project, renames) ?? [],
  );
}

/** Finds the subjects of a rule among those of one side; most rules look at the same few sorts. */
function bySort(subjects: readonly Subject[]): (rule: Rule) => readonly Subject[] {
  const found = new Map<string, readonly Subject[]>();
  return (rule) => {
    const sort = `${rule.on} ${rule.kinds.join(' ')}`;
    const wanted = found.get(sort) ?? subjects.filter((subject) => appliesTo(rule, subject));
    found.set(sort, wanted);
    return wanted;
  };
}

function appliesTo(rule: Rule, subject: Subject): boolean {
  return subject.type === rule.on && (rule.on === 'project' || subject.kinds.some((kind) => rule.kinds.includes(kind)));
}

/** The subjects that hold a changed file; the whole project always counts as touched. */
function touched(project: Project, side: Side, change: Change): readonly Subject[] {
  const changed = new Set(
    change.files.flatMap((file) => (side === 'base' ? (file.previousPath ?? file.path) : file.path)),
  );
  return project[side].subjects.filter(
    (subject) => subject.type === 'project' || subject.paths.some((path) => changed.has(path)),
  );
}

function pairs(
  base: readonly Subject[],
  head: readonly Subject[],
  renames: Renames,
): [Subject | undefined, Subject | undefined][] {
  const headKey = (subject: Subject) =>
    subject.type === 'document' ? renames.headPath({ path: subject.key, side: 'base' }) : subject.key;
  const waiting = new Map(base.map((subject) => [headKey(subject), subject]));
  const both = head.map((subject): [Subject | undefined, Subject | undefined] => {
    const partner = waiting.get(subject.key);
    waiting.delete(subject.key);
    return [partner, subject];
  });
  return [...both, ...[...waiting.values()].map((subject): [Subject, undefined] => [subject, undefined])];
}

function toRun(rule: Rule, subject: Subject, observed: Observed, project: Project): Run {
  const proofs = observed.proofs.flatMap(
    (proof) => evidenceAt(project, 'head', proof.path ?? subject.paths[0] ?? '', proof.range, proof.proof) ?? [],
  );
  return {
    rule: rule.id,
    subject: subject.key,
    kinds: subject.kinds,
    state: observed.state,
    proofs,
    ...(observed.reason ? { reason: observed.reason } : {}),
  };
}
