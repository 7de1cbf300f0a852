import type { Kind } from '../types.ts';

/** First match wins. YAML, Python and its dependency files need a look inside: `documents/classify.ts` has the final word. */
const KINDS_BY_PATH: readonly (readonly [RegExp, Kind])[] = [
  [/^\.github\/workflows\/[^/]+\.ya?ml$/i, 'workflow'],
  // Under any other name nobody reads them, so a rename removes them.
  [/^\.github\/pipewright(-waivers)?\.yml$/, 'settings'],
  [
    /(^|\/)(\.trivyignore(\.ya?ml)?|\.semgrepignore|\.gitleaksignore|\.tflint\.hcl|\.snyk|\.(checkov|grype|kube-linter)\.ya?ml|\.?(hadolint|zizmor)\.ya?ml)$/,
    'scanner',
  ],
  [/^\.github\/dependabot\.ya?ml$/i, 'dependabot'],
  [/(^|\/)action\.ya?ml$/i, 'action'],
  [/(^|\/)kustomization\.ya?ml$/i, 'kustomization'],
  [/(^|\/)([\w.-]+)?\.dockerignore$/i, 'dockerignore'],
  // Templates of Dockerfiles are none yet.
  [/(^|\/)(Dockerfile|Containerfile)[\w.-]*\.(j2|jinja2?|tmpl|tpl|template|erb|tt|in|mustache|ejs|hbs|m4)$/i, 'other'],
  // `Dockerfile-alpine`; in lower case it is more often the name of a program.
  [/(^|\/)(Dockerfile|Containerfile)[-_][\w-]+(\.\d[\w-]*)*$/, 'dockerfile'],
  [
    /(^|\/)(Dockerfile|Containerfile)(\.(?!(?:[\w.-]+\.)?(?:[cm]?[jt]sx?|py|go|rs|rb|java|md|json|ya?ml|txt|html|sh|lock)$)[\w.-]+)?$/i,
    'dockerfile',
  ],
  [/\.(dockerfile|containerfile)$/i, 'dockerfile'],
  [/(^|\/)(docker-)?compose([.-][\w.-]+)?\.ya?ml$/i, 'compose'],
  [/(^|\/)(dvc\.yaml|dvc\.lock|[^/]+\.dvc|\.dvc\/config)$/, 'dvc'],
  [/(^|\/)params\.ya?ml$/, 'params'],
  // MLflow finds the file whatever its case.
  [/(^|\/)mlproject$/i, 'mlproject'],
  [/\.(tf|tfvars|tf\.json|tfvars\.json|tofu)$/i, 'terraform'],
  [/(^|\/)\.terraform\.lock\.hcl$/i, 'terraform'],
  [/\.ipynb$/i, 'notebook'],
  [/\.py$/i, 'source'],
  [/(^|\/)([\w.-]*requirements[\w.-]*|constraints[\w.-]*)\.(txt|in)$/i, 'source'],
  [/(^|\/)requirements\/[\w.-]+\.(txt|in)$/i, 'source'],
  [/(^|\/)(conda|environment|python_env)[\w.-]*\.ya?ml$/i, 'source'],
  [/(^|\/)pyproject\.toml$/, 'source'],
  [/(^|\/)(Makefile|GNUmakefile)$/, 'script'],
  [/\.(sh|bash)$/i, 'script'],
  [/\.ya?ml$/i, 'yaml'],
  [/(^|\/)(package(-lock)?|tsconfig[\w.-]*|composer|deno|biome|renovate|angular)\.json$/i, 'other'],
  // Kubernetes takes JSON as well; it reads as YAML.
  [/\.json$/i, 'yaml'],
];

/** The kind a path alone tells. */
export function kindOfPath(path: string): Kind {
  return KINDS_BY_PATH.find(([pattern]) => pattern.test(path))?.[1] ?? 'other';
}
