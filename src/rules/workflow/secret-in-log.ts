import type { Step } from '../../documents/workflow/step.ts';
import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { printedSecrets } from './credentials/printed-secrets.ts';
import { secretsIn } from './credentials/secrets-in.ts';
import { stepShell } from './gates/step-shell.ts';

export const secretInLog: Rule<WorkflowDocument | ActionDocument> = {
  id: 'secret-in-log',
  kinds: ['workflow', 'action'],
  title: 'A secret is printed in a form that logs do not hide',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: { sisakulint: ['secret-in-log'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    if (!/secrets/i.test(document.source)) return;
    for (const { step, job, key } of stepsOf(document)) {
      if (!step.run || !CHANGES.test(step.run.text)) continue;
      const root = document.kind === 'workflow' ? document.view.env : undefined;
      const names = secretVariables([step.env, job?.env, root]);
      if (names.size === 0 && !/secrets\./i.test(step.run.text)) continue;
      if (stepShell(document, job, step).kind !== 'posix') continue;
      for (const { at, what } of printedSecrets(document.source, step.run, names)) {
        yield {
          range: at.range,
          key: `${key}/${what}`,
          message: {
            what: `This prints what was made of the secret ${quote(what)}.`,
            why: 'Logs hide only the text that was stored; decoded, cut or encoded it stands there for everybody who may read the run.',
            remedy: `Do not print it, or mask the result first: ${quote('echo "::add-mask::$VALUE"')}.`,
          },
        };
      }
    }
  },
};

/** Looked for before the script is parsed. */
const CHANGES = /\b(?:base64|base32|jq|yq|cut|sed|awk|rev|xxd|od|hexdump|fold)\b|\$\{\w+[#%:]/;

function secretVariables(envs: readonly Step['env'][]): ReadonlySet<string> {
  const entries = envs.flatMap((env) => env?.entries ?? []);
  return new Set(entries.filter(({ value }) => secretsIn(value).length > 0).map(({ key }) => key.text));
}
