import { applyEdits } from '../change/apply-edits.ts';
import { parseDocument } from '../documents/parse-document.ts';
import { buildSubjects } from '../subjects/build-subjects.ts';
import type { Document, Edit, Finding, Project, Rule } from '../types.ts';
import { check } from './check.ts';

/** Re-checking costs a run of the rule; beyond this many fixes the rest is not offered. */
const MAX_VERIFIED = 100;

/**
 * Keeps a fix only where it is true: applied to the head, the file still parses as well as before, and the rule no
 * longer finds this problem there.
 */
export function verifyFixes(
  findings: readonly Finding[],
  project: Project,
  rules: readonly Rule[],
  isolated: boolean,
): Finding[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  let verified = 0;
  return findings.map((finding) => {
    const rule = byId.get(finding.rule);
    if (!finding.fix || finding.status !== 'introduced' || !rule) return withoutFix(finding);
    verified += 1;
    if (verified > MAX_VERIFIED) return withoutFix(finding);
    return clears(finding, finding.fix.edits, { findings, project, rule, isolated }) ? finding : withoutFix(finding);
  });
}

interface Verification {
  readonly findings: readonly Finding[];
  readonly project: Project;
  readonly rule: Rule;
  readonly isolated: boolean;
}

function withoutFix({ fix: _dropped, ...finding }: Finding): Finding {
  return finding;
}

/** Whether the fixed files hold this problem less often than the head does. */
function clears(
  finding: Finding,
  edits: readonly Edit[],
  { findings, project, rule, isolated }: Verification,
): boolean {
  const replaced = applyToDocuments(finding, edits, project);
  if (!replaced) return false;
  const documents = [...project.head.documents.values()].map((document) => replaced.get(document.path) ?? document);
  const head = buildSubjects({ side: 'head', documents, tree: project.head.tree, isolated });
  // Only what the edits touch is looked at again; where they touch no changed file, everything.
  const touched = project.change.files.filter(({ path }) => replaced.has(path) || path === finding.location.path);
  const files = touched.length > 0 ? touched : project.change.files;
  const fixed = check({ ...project, change: { ...project.change, files }, head }, [rule]);
  return count(fixed.findings, finding) < count(findings, finding);
}

/** The edited documents; undefined when the edits do not fit, or break what could be read before. */
function applyToDocuments(
  finding: Finding,
  edits: readonly Edit[],
  project: Project,
): Map<string, Document> | undefined {
  const replaced = new Map<string, Document>();
  for (const path of new Set(edits.map((edit) => edit.path ?? finding.location.path))) {
    const document = project.head.documents.get(path);
    const own = edits.filter((edit) => (edit.path ?? finding.location.path) === path);
    const text = document && applyEdits(document.source, own);
    if (document === undefined || text === undefined) return undefined;
    const fixed = parseDocument(document.kind, path, 'head', text);
    if (fixed.problems.length > document.problems.length) return undefined;
    replaced.set(path, fixed);
  }
  return replaced;
}

/** How often a problem of this rule and structural key stands in the file. */
function count(findings: readonly Finding[], like: Finding): number {
  return findings.filter(
    ({ status, rule, key, location }) =>
      status !== 'resolved' && rule === like.rule && key === like.key && location.path === like.location.path,
  ).length;
}
