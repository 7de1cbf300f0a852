import type { Rule } from '../types.ts';

/** How analyzers write an ignore comment or annotation; the group holds the ids. */
const DIALECTS: readonly (readonly [tool: string | undefined, pattern: RegExp])[] = [
  [undefined, /pipewright:\s*ignore\[([\w\s,-]+)\]/],
  ['zizmor', /zizmor:\s*ignore\[([\w\s,-]+)\]/],
  ['hadolint', /hadolint\s+(?:global\s+)?ignore=([\w\s,]+)/],
  ['buildkit', /\bcheck=skip=([\w,]+)/],
  ['checkov', /checkov(?::skip=|\.io\/skip\d*:\s*)([\w,]+)/],
  ['trivy', /(?:trivy|tfsec):ignore:([\w-]+)/],
  ['tflint', /tflint-ignore:\s*([\w\s,]+)/],
  ['kube-linter', /ignore-check\.kube-linter\.io\/([\w-]+)/],
  ['polaris', /polaris\.fairwinds\.com\/(\w+)-exempt: true/],
  ['kube-score', /kube-score\/ignore: ([\w\s,-]+)/],
  ['kics', /kics-scan\s+disable=([\w,-]+)/],
  ['semgrep', /nosemgrep:\s*([\w\s.,-]+)/],
  ['ruff', /noqa:\s*([A-Z]+\d+(?:[\s,]+[A-Z]+\d+)*)/],
];

/** The id of the rule, when a comment silences it by its own id or by one of its aliases. A bare ignore silences nothing. */
export function ignoredIds(comment: string, rule: Rule): ReadonlySet<string> {
  for (const [tool, pattern] of DIALECTS) {
    const ids = (pattern.exec(comment)?.[1] ?? '').split(/[\s,]+/).filter(Boolean);
    const names = tool === undefined ? [rule.id] : (rule.aliases[tool] ?? []);
    if (ids.some((id) => names.some((name) => name === id || id.endsWith(`.${name}`)))) return new Set([rule.id]);
  }
  return new Set();
}
