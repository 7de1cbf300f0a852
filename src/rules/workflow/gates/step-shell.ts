import type { Job } from '../../../documents/workflow/job.ts';
import type { Step } from '../../../documents/workflow/step.ts';
import type { ActionDocument, WorkflowDocument } from '../../../documents/workflow.ts';

/** What runs a step's script, and whether it stops at the first failure. */
export interface StepShell {
  /** `posix`: bash and its like; `other`: another known language; `unknown`: nothing says that it runs the script. */
  readonly kind: 'posix' | 'other' | 'unknown';
  readonly errexit: boolean;
  readonly pipefail: boolean;
  /** As written; absent where GitHub's default holds. */
  readonly written?: string;
}

const POSIX = /^(ba|da|z|k|a)?sh$/;
const OTHER =
  /^(pwsh|powershell|cmd|python[\d.]*|node|deno|bun|perl|ruby|rscript|julia|nu|nix|nix-shell|conda|micromamba|msys2|wsl-bash|alpine\.sh|cygwin)(\.exe)?$/i;

/** GitHub's templates: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell. */
export function stepShell(document: WorkflowDocument | ActionDocument, job: Job | undefined, step: Step): StepShell {
  const written = step.shell ?? job?.shell ?? (document.kind === 'workflow' ? document.view.shell : undefined);
  if (written === undefined) {
    const windows = job?.runsOn?.type === 'scalar' && /^windows/i.test(job.runsOn.text);
    return { kind: windows ? 'other' : 'posix', errexit: true, pipefail: false };
  }
  const text = written.trim();
  if (text === 'bash') return { kind: 'posix', errexit: true, pipefail: true, written };
  if (text === 'sh') return { kind: 'posix', errexit: true, pipefail: false, written };
  return custom(text.split(/\s+/), written);
}

function custom(words: readonly string[], written: string): StepShell {
  const [program = '', ...options] = words;
  const name = program.split(/[/\\]/).at(-1) ?? '';
  const own = options.slice(0, options.indexOf('{0}'));
  const isPosix = POSIX.test(name) && options.includes('{0}') && !own.some((word) => /^-\w*[cn]/.test(word));
  if (!isPosix) {
    const known = OTHER.test(name) || written.includes('${{');
    return { kind: known ? 'other' : 'unknown', errexit: false, pipefail: false, written };
  }
  const has = (option: string, long: string) =>
    own.some((word, i) => new RegExp(`^-\\w*${option}`).test(word) || (/^-\w*o$/.test(word) && own[i + 1] === long));
  return {
    kind: 'posix',
    errexit: has('e', 'errexit'),
    pipefail: own.some((word, i) => /^-\w*o$/.test(word) && own[i + 1] === 'pipefail'),
    written,
  };
}
