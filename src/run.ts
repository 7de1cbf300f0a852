import { check } from './check/check.ts';
import { verifyFixes } from './check/verify-fixes.ts';
import { gather } from './gather/gather.ts';
import { impact } from './impact/impact.ts';
import { judgeItems } from './judge/judge-items.ts';
import { callPersonas } from './personas/call-personas.ts';
import { decide } from './personas/decide.ts';
import { itemOwner } from './personas/item-owner.ts';
import { type AgentText, readPersonas, toPersona } from './personas/read-personas.ts';
import { unparsedFiles } from './personas/unparsed-files.ts';
import { applyPolicy, isIgnored } from './policy/apply-policy.ts';
import { excludedRules } from './policy/excluded-rules.ts';
import { maySend } from './policy/may-send.ts';
import { policyDigest } from './policy/policy-digest.ts';
import { previewSettings } from './policy/preview-settings.ts';
import { firstSettings, readPolicy } from './policy/read-policy.ts';
import { expiringWaivers } from './policy/waiver-notices.ts';
import { arrivals } from './review/arrivals.ts';
import { compose } from './review/compose.ts';
import { incompleteReasons, omissions } from './review/incomplete-reasons.ts';
import { ratchet } from './review/ratchet.ts';
import { rules } from './rules/index.ts';
import { rulesDigest } from './rules/rules-digest.ts';
import { buildProject } from './subjects/build-project.ts';
import type {
  AcceptedHere,
  Change,
  ChangedFile,
  Facts,
  Finding,
  Judge,
  Kind,
  Mode,
  NoJudge,
  Omission,
  Policy,
  Project,
  Receipt,
  Review,
  Sink,
  Source,
  Strictness,
} from './types.ts';

/** What a review needs from outside. */
export interface Ports {
  readonly source: Source;
  readonly facts: Facts;
  readonly sink: Sink;
  /** The agent files that come with Pipewright. */
  readonly agentFiles: readonly AgentText[];
  /** Gives the model to ask, why none is asked, or nothing where none is wanted; called once the policy is known. */
  readonly judge?: (policy: Policy, change: Change) => Promise<Judge | NoJudge | undefined>;
}

export interface RunOptions {
  readonly mode?: Mode;
  readonly strictness?: Strictness;
  /** `mode` and `strictness` can make the settings stricter, not looser. */
  readonly onlyTighten?: boolean;
  /** Names of the personas to call, whatever the change touches. */
  readonly personas?: readonly string[];
  readonly now: Date;
  /** Of Pipewright, for the receipt. */
  readonly version?: string;
  readonly signal?: AbortSignal;
}

const KNOWN_RULES: ReadonlyMap<string, readonly Kind[]> = new Map(rules.map((rule) => [rule.id, rule.kinds]));

/** Runs a review: in this thread, or in one of its own. */
export type Run = (
  ports: Ports,
  options: RunOptions,
) => Promise<{ readonly review: Review; readonly receipt: Receipt }>;

/** The line: from a change to its published review. */
export async function run(
  ports: Ports,
  options: RunOptions,
): Promise<{ readonly review: Review; readonly receipt: Receipt }> {
  const review = await reviewChange(ports, options);
  options.signal?.throwIfAborted();
  return { review, receipt: await ports.sink.publish(review) };
}

async function reviewChange({ source, facts, agentFiles, judge }: Ports, options: RunOptions): Promise<Review> {
  const started = performance.now();
  const whole = await source.change();
  const policy = await readPolicy(source, facts, options.now, new Set(KNOWN_RULES.keys()), options);
  const { personas: loaded, problems } = await readPersonas(agentFiles, policy, source, KNOWN_RULES);
  const personas = loaded.map(toPersona);
  const change = { ...whole, files: whole.files.filter(({ path }) => !isIgnored(path, policy)) };
  const excluded = excludedRules(rules, policy);
  const wanted = rules.filter((rule) => !excluded.has(rule.id));
  options.signal?.throwIfAborted();

  const parsing = { cache: new Map(), actions: policy.actions };
  const snapshot = await gather(change, source, facts, wanted, parsing);
  options.signal?.throwIfAborted();
  const project = await buildProject(snapshot, parsing);
  const checked = check(project, wanted);
  const called = callPersonas(personas, touchedKinds(project), options.personas);
  const ownersOf = (finding: Finding) => itemOwner(finding, called).map((persona) => persona.name);
  const placed = arrivals(checked.findings, policy, options.now, ownersOf);
  const settle = (by: Policy) => ratchet(applyPolicy(placed, by, options.now), by, change.files, ownersOf);
  const accepted = await acceptedHere(source, policy, settle(policy));
  const lenient = { ...policy, waivers: [...policy.waivers, ...accepted.waivers] };
  const findings = verifyFixes(settle(lenient), project, wanted, false);
  const effect = impact(project);

  const context = { changed: change.files, unparsed: unparsedFiles(project), excluded };
  const decided = called.map((persona) => ({ persona, verdicts: decide(persona, findings, checked.runs, context) }));
  const first = await firstSettings({ source, facts }, policy, change, options.now);
  const preview = first ? previewSettings(first, checked.findings, ownersOf, options.now) : [];
  const judged = await judgeItems(await judge?.(policy, change), decided, {
    change: { ...change, files: change.files.map((file) => ({ ...file, kind: kindOf(file, project) })) },
    impact: effect,
    findings,
    mayShow: (path) => maySend(path, policy),
  });

  return compose({
    change,
    policy,
    findings: [...findings, ...judged.findings],
    personas: judged.personas,
    ownersOf,
    impact: effect,
    incomplete: [...unreadable(policy), ...incompleteReasons(snapshot, project, checked.runs)],
    omitted: [...ignored(whole, policy), ...omissions(snapshot, project)],
    notices: [
      ...policy.problems,
      ...accepted.problems,
      ...expiringWaivers(findings, options.now),
      ...problems,
      ...preview,
    ],
    judge: judged.report,
    provenance: {
      version: options.version ?? 'unknown',
      rules: rulesDigest(),
      policy: policyDigest(policy),
    },
    sources: new Map([...project.head.documents].map(([path, document]) => [path, document.source])),
    files: change.files.length,
    ms: Math.round(performance.now() - started),
  });
}

/** Asked only where there is something to accept. Who may accept is not known where the policy is not. */
async function acceptedHere(source: Source, policy: Policy, findings: readonly Finding[]): Promise<AcceptedHere> {
  const none: AcceptedHere = { waivers: [], problems: [] };
  if (policy.unreadable !== undefined || !findings.some(({ status }) => status === 'introduced')) return none;
  return (await source.waivers?.(policy.approvers)) ?? none;
}

function unreadable({ unreadable: reason }: Policy): readonly string[] {
  return reason === undefined ? [] : [reason];
}

function ignored({ files }: Change, policy: Policy): Omission[] {
  return files
    .filter(({ path }) => isIgnored(path, policy))
    .map(({ path }) => ({ path, reason: 'ignored by the settings' }));
}

/** The kinds of the changed files, by content where a document was read. */
function touchedKinds(project: Project): ReadonlySet<Kind> {
  return new Set(project.change.files.map((file) => kindOf(file, project)));
}

function kindOf({ path, previousPath, kind }: ChangedFile, { base, head }: Project): Kind {
  return (head.documents.get(path) ?? base.documents.get(previousPath ?? path))?.kind ?? kind;
}
