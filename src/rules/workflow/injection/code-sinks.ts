import type { Step } from '../../../documents/workflow/step.ts';
import type { YamlScalar } from '../../../documents/yaml/yaml-node.ts';

/** Inputs that an action runs as code, after the actions' documentation, as known in November 2026. */
const CODE_INPUTS: Readonly<Record<string, readonly string[]>> = {
  'actions/github-script': ['script'],
  'addnab/docker-run-action': ['run', 'options'],
  'amadevus/pwsh-script': ['script'],
  'appleboy/ssh-action': ['script'],
  'azure/cli': ['inlinescript'],
  'azure/powershell': ['inlinescript'],
  'borales/actions-yarn': ['cmd'],
  'cardinalby/js-eval-action': ['expression'],
  'coactions/setup-xvfb': ['run'],
  'cross-platform-actions/action': ['run'],
  'cypress-io/github-action': ['command', 'build', 'start'],
  'devorbitus/yq-action-output': ['cmd'],
  'gabrielbb/xvfb-action': ['run'],
  'garygrossgarten/github-action-ssh': ['command'],
  'jannekem/run-python-script-action': ['script'],
  'mikefarah/yq': ['cmd'],
  'nick-fields/retry': ['command', 'on_retry_command'],
  'nick-invision/retry': ['command', 'on_retry_command'],
  'reactivecircus/android-emulator-runner': ['script'],
  'sergeysova/jq-action': ['cmd'],
  'tibdex/backport': ['title_template', 'body_template', 'head_template', 'labels_template'],
  'uraimo/run-on-arch-action': ['run', 'install', 'setup'],
  'vmactions/freebsd-vm': ['run', 'prepare'],
  'vmactions/netbsd-vm': ['run', 'prepare'],
  'vmactions/openbsd-vm': ['run', 'prepare'],
  'vmactions/solaris-vm': ['run', 'prepare'],
};

export interface CodeSink {
  readonly scalar: YamlScalar;
  /** As a message names it. */
  readonly name: string;
}

/** The texts of a step that are run as code. */
export function codeSinks(step: Step): CodeSink[] {
  if (step.run) return [{ scalar: step.run, name: 'this script' }];
  if (step.uses?.kind !== 'repository') return [];
  const inputs = CODE_INPUTS[step.uses.repository.toLowerCase()] ?? [];
  return (step.with?.entries ?? []).flatMap(({ key, value }) =>
    value.type === 'scalar' && inputs.includes(key.text.toLowerCase())
      ? [{ scalar: value, name: `the \`${key.text}\` of ${step.uses?.repository}` }]
      : [],
  );
}
