import { invokedWords } from '../../../documents/shell.ts';
import type { Job } from '../../../documents/workflow/job.ts';
import type { Step } from '../../../documents/workflow/step.ts';
import type { WorkflowDocument } from '../../../documents/workflow.ts';
import type { YamlMap, YamlScalar } from '../../../documents/yaml/yaml-node.ts';
import { RUN_TOKEN, secretsIn } from '../credentials/secrets-in.ts';
import { stepShell } from '../gates/step-shell.ts';
import { placedCommands } from '../scripts/placed-commands.ts';
import { allUses, NO_USE, type TokenUse, tokenUse } from './scope-set.ts';

/** Commands of `gh` and what they need (https://cli.github.com/manual, November 2026). */
const GH: readonly (readonly [RegExp, string])[] = [
  [/^release (create|upload|edit|delete|delete-asset)\b/, 'contents: write'],
  [/^release (view|list|download|verify)/, 'contents: read'],
  [/^pr merge\b/, 'contents: write, pull-requests: write'],
  [/^pr create\b/, 'contents: read, pull-requests: write'],
  [/^pr (edit|comment|review|close|reopen|ready|lock|unlock)\b/, 'pull-requests: write, issues: write?'],
  [/^pr (view|list|diff|status|checkout)\b/, 'contents: read, pull-requests: read'],
  [/^pr checks\b/, 'checks: read, contents: read, pull-requests: read, statuses: read'],
  [/^issue (view|list|status)\b/, 'issues: read'],
  [/^issue \w+/, 'issues: write'],
  [/^label list\b/, 'issues: read'],
  [/^label \w+/, 'issues: write'],
  [/^(run (list|view|download|watch)|cache list|workflow (list|view))\b/, 'actions: read'],
  [/^(run (cancel|rerun|delete)|cache delete|workflow (run|enable|disable))\b/, 'actions: write'],
  [/^repo (view|clone)\b/, 'contents: read'],
  [/^(auth (status|token|login|setup-git)|extension (install|list)|--version|version|config|alias)\b/, ''],
];

/** Programs that do nothing with a token that lies in their environment. */
const PLAIN =
  /^(echo|printf|cd|set|unset|export|declare|local|readonly|test|\[|\[\[|true|false|:|mkdir|cp|mv|rm|ls|cat|grep|egrep|sed|awk|jq|yq|cut|tr|head|tail|sort|uniq|wc|date|tee|chmod|touch|tar|zip|unzip|gzip|find|sleep|exit|read|shift|sha256sum|base64|diff|basename|dirname|pwd|env|which|xargs|du|df|uname)$/;

/** Programs that take an identity of the run, or are built to talk to GitHub. */
const OPAQUE =
  /ACTIONS_ID_TOKEN|api\.github\.com|uploads\.github\.com|\b(cosign|semantic-release|hub|sigstore|goreleaser|release-it)\b|id[-_]token/i;

/** What a script does with the token of the run; undefined where that cannot be read off. */
export function usedByScript(document: WorkflowDocument, job: Job, step: Step, run: YamlScalar): TokenUse | undefined {
  if (OPAQUE.test(run.text) || stepShell(document, job, step).kind === 'unknown') return undefined;
  const hasToken = secretsIn(run).includes(RUN_TOKEN) || [step.env, job.env, document.view.env].some(holdsRunToken);
  const commands = placedCommands(document.source, run).map(({ command }) => invokedWords(command));
  return allUses(
    commands.map((words) =>
      usedByCommand(
        words.map(({ text }) => text),
        hasToken,
      ),
    ),
  );
}

function usedByCommand([program = '', ...args]: readonly string[], hasToken: boolean): TokenUse | undefined {
  if (program === '' || PLAIN.test(program)) return NO_USE;
  if (program === 'git') return usedByGit(args);
  // Without the run's token it has another one, or none.
  if (program === 'gh') return hasToken ? usedByGh(args.join(' ')) : NO_USE;
  if (/^(docker|podman|buildah|crane|skopeo|helm)$/.test(program)) return usedByRegistry(args);
  return hasToken ? undefined : { ...NO_USE, mayPush: true };
}

function usedByGit(args: readonly string[]): TokenUse {
  const verb = args.find((arg, i) => !arg.startsWith('-') && args[i - 1] !== '-C' && args[i - 1] !== '-c');
  return verb === 'push' ? tokenUse('contents: write') : NO_USE;
}

function usedByGh(text: string): TokenUse | undefined {
  const known = GH.find(([pattern]) => pattern.test(text))?.[1];
  return known === undefined ? undefined : tokenUse(known);
}

/** Who logs in to GitHub's registry does it with this token; who pushes elsewhere does not. */
function usedByRegistry(args: readonly string[]): TokenUse {
  if (args.some((arg) => /\bghcr\.io\b|docker\.pkg\.github\.com/.test(arg))) {
    return tokenUse(args[0] === 'pull' ? 'packages: read' : 'packages: write');
  }
  return args.includes('push') ? tokenUse('packages: write?') : NO_USE;
}

function holdsRunToken(env: YamlMap | undefined): boolean {
  return env?.entries.some(({ value }) => secretsIn(value).includes(RUN_TOKEN)) === true;
}
