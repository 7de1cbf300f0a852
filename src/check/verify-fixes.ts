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
    return verified <= MAX_VERIFIED && clears(finding, finding.fix.edits, project, rule, isolated)
      ? finding
      : withoutFix(finding);
  });
}

function withoutFix({ fix: _dropped, ...finding }: Finding): Finding {
  return finding;
}

function clears(finding: Finding, edits: readonly Edit[], project: Project, rule: Rule, isolated: boolean): boolean {
  const paths = new Set(edits.map((edit) => edit.path ?? finding.location.path));
  const replaced = new Map<string, Document>();
  for (const path of paths) {
    const document = project.head.documents.get(path);
    if (!document) return false;
    const own = edits.filter((edit) => (edit.path ?? finding.location.path) === path);
    const text = applyEdits(document.source, own);
    if (text === undefined) return false;
    const fixed = parseDocument(document.kind, path, 'head', text);
    if (fixed.problems.length > document.problems.length) return false;
    replaced.set(path, fixed);
  }
  const documents = [...project.head.documents.values()].map((document) => replaced.get(document.path) ?? document);
  const head = buildSubjects({ side: 'head', documents, tree: project.head.tree, isolated });
  return count(check({ ...project, head }, [rule]).findings, finding) < count(check(project, [rule]).findings, finding);
}

/** How often a problem of this rule and structural key stands in the file. */
function count(findings: readonly Finding[], like: Finding): number {
  return findings.filter(
    ({ status, rule, key, location }) =>
      status !== 'resolved' && rule === like.rule && key === like.key && location.path === like.location.path,
  ).length;
}
