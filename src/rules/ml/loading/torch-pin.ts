import type { Requirement, RequirementsDocument } from '../../../documents/requirements.ts';
import { ancestorsOf, directoryOf } from '../../../subjects/directory-of.ts';
import type { Need, RuleContext } from '../../../types.ts';

const FILES = ['requirements.txt', 'pyproject.toml', 'environment.yml', 'environment.yaml', 'conda.yaml', 'conda.yml'];

/** Since this version torch.load refuses pickled code by default (https://pytorch.org/docs/stable/generated/torch.load.html). */
const SAFE_SINCE = [2, 6];

/** The dependency files that speak for a Python file: those of its folder and the ones above. */
export function dependencyFiles(path: string): Need[] {
  return pathsFor(path).map((file) => ({ path: file }));
}

/** Whether `torch.load` is safe by default with the version that the nearest dependency file asks for. */
export function torchDefault(path: string, context: RuleContext): 'safe' | 'unsafe' | 'unknown' {
  for (const file of pathsFor(path)) {
    const document = context.document(file);
    if (document?.kind !== 'requirements') continue;
    const { requirements } = (document as RequirementsDocument).view;
    const torch = requirements.find(({ name }) => name === 'torch' || name === 'pytorch');
    if (torch) return judge(torch);
  }
  return 'unknown';
}

function pathsFor(path: string): string[] {
  return ancestorsOf(directoryOf(path)).flatMap((folder) =>
    FILES.map((name) => (folder === '' ? name : `${folder}/${name}`)),
  );
}

function judge({ specifier }: Requirement): 'safe' | 'unsafe' | 'unknown' {
  const bounds = [...specifier.matchAll(/(===?|~=|>=|\^|~|>|<=?|!=|=)?\s*v?(\d+)(?:\.(\d+))?[\w.*+]*/g)];
  for (const [, operator = '==', major, minor = '0'] of bounds) {
    const isOld = isBefore([Number(major), Number(minor)]);
    if (operator === '!=') continue;
    if (operator === '<' && (isOld || isSame(major, minor))) return 'unsafe';
    if (operator === '<=' && isOld) return 'unsafe';
    if (operator.startsWith('<')) continue;
    if (!isOld) return 'safe';
    // One old version, or an old minor and its patches; `>=2.1` may be resolved to anything newer.
    if (/^={1,3}$/.test(operator)) return 'unsafe';
  }
  return 'unknown';
}

function isBefore([major = 0, minor = 0]: readonly number[]): boolean {
  const [safeMajor = 0, safeMinor = 0] = SAFE_SINCE;
  return major < safeMajor || (major === safeMajor && minor < safeMinor);
}

function isSame(major: string | undefined, minor: string): boolean {
  return Number(major) === SAFE_SINCE[0] && Number(minor) === SAFE_SINCE[1];
}
