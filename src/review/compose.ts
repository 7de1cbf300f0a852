import { blockingFindings, conclude, notedFindings } from '../policy/gate.ts';
import { nameOwners, ownersOfPaths } from '../policy/name-owners.ts';
import { modeAt } from '../policy/policy-at.ts';
import { compareSeverity } from '../policy/severity-order.ts';
import type {
  Change,
  Finding,
  Impact,
  JudgeReport,
  Omission,
  Persona,
  PersonaReview,
  Policy,
  Provenance,
  Review,
  Verdict,
} from '../types.ts';
import { composeComments } from './compose-comments.ts';

export interface ReviewInput {
  readonly change: Change;
  readonly policy: Policy;
  readonly findings: readonly Finding[];
  readonly personas: readonly { readonly persona: Persona; readonly verdicts: readonly Verdict[] }[];
  /** Names of the personas that answer for a finding. */
  readonly ownersOf: (finding: Finding) => readonly string[];
  readonly impact: Impact;
  readonly incomplete: readonly string[];
  readonly omitted: readonly Omission[];
  readonly notices: readonly string[];
  readonly judge: JudgeReport;
  readonly provenance: Provenance;
  /** Head texts by path. */
  readonly sources: ReadonlyMap<string, string>;
  /** How many files were looked at. */
  readonly files: number;
  /** Milliseconds the review took so far. */
  readonly ms: number;
}

/** Makes the review: what blocks, what each persona says, and what stands on which line. */
export function compose(input: ReviewInput): Review {
  const { change, policy, incomplete } = input;
  const findings = [...nameOwners(input.findings, policy)].sort(byWeight);
  const blocking = blockingFindings(findings, policy, input.ownersOf);
  const gate = conclude({ ...blocking, introduced: notedFindings(findings), incomplete, policy });
  return {
    change,
    mode: policy.mode,
    ...gate,
    incomplete,
    findings,
    ...blocking,
    personas: input.personas.map((one) => composePersona(one.persona, one.verdicts, findings, input)),
    impact: input.impact,
    comments: commentsOf(
      findings.filter(({ rule, location }) => modeAt(policy, rule, location.path) !== 'observe'),
      input,
    ),
    omitted: input.omitted,
    notices: input.notices,
    owners: ownersOfPaths(
      change.files.map(({ path }) => path),
      policy,
    ),
    judge: input.judge,
    provenance: input.provenance,
    files: input.files,
    ms: input.ms,
  };
}

function composePersona(
  persona: Persona,
  verdicts: readonly Verdict[],
  all: readonly Finding[],
  input: ReviewInput,
): PersonaReview {
  const { policy, incomplete } = input;
  const own = all.filter((finding) => input.ownersOf(finding).includes(persona.name));
  const blocking = blockingFindings(own, policy, input.ownersOf);
  const gate = conclude({ ...blocking, introduced: notedFindings(own), incomplete, policy });
  return {
    name: persona.name,
    title: persona.title,
    conclusion: gate.conclusion,
    verdicts,
    findings: own.map((finding) => finding.fingerprint),
    ...(persona.found ? { found: true } : {}),
  };
}

function commentsOf(findings: readonly Finding[], input: ReviewInput): Review['comments'] {
  const items = input.personas.flatMap(({ persona }) => persona.items);
  return composeComments({
    findings,
    files: input.change.files,
    sources: input.sources,
    itemsOf: (finding) => items.filter((item) => item.rules.includes(finding.rule)),
    limit: input.policy.maxComments,
  });
}

function byWeight(a: Finding, b: Finding): number {
  return (
    compareSeverity(b.severity, a.severity) ||
    a.location.path.localeCompare(b.location.path) ||
    a.location.startLine - b.location.startLine
  );
}
