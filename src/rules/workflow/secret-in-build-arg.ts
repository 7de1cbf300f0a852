import { type Expression, expressionsIn } from '../../documents/workflow/expression.ts';
import type { Step } from '../../documents/workflow/step.ts';
import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../documents/workflow.ts';
import { entryOf, textAt } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Range, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { scriptLines } from './gates/script-lines.ts';

type Subject = WorkflowDocument | ActionDocument;

/** Names of values that many keep as secrets although everybody may see them. */
const HARMLESS =
  /(^|_)(dsn|public(_\w+)?|publishable(_\w+)?|anon(_key)?|client_id|app_id|site_key|measurement_id|url|host|name|version|registry|repository|bucket|region|username|user|project|org)$/i;

export const secretInBuildArg: Rule<Subject> = {
  id: 'secret-in-build-arg',
  kinds: ['workflow', 'action'],
  title: 'Secret becomes part of an image',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    for (const { step, job, key } of stepsOf(document)) {
      yield* inInputs(document, step, key);
      yield* inScript(document, step, key, [
        step.env,
        job?.env,
        document.kind === 'workflow' ? document.view.env : undefined,
      ]);
    }
  },
};

function* inInputs(document: Subject, step: Step, key: string): Generator<Observation> {
  if (!/^docker\/(build-push-action|bake-action)$|build|kaniko/i.test(step.uses?.repository ?? '')) return;
  for (const name of ['build-args', 'build_args', 'buildargs']) {
    const value = entryOf(step.with, name)?.value;
    if (value?.type !== 'scalar') continue;
    for (const expression of expressionsIn(document.source, value)) {
      const secret = secretOf(expression);
      if (secret) yield problem(lineOf(document.source, expression.range), secret, `${key}/${secret}`);
    }
  }
}

function* inScript(document: Subject, step: Step, key: string, envs: readonly Step['env'][]): Generator<Observation> {
  if (!step.run?.text.includes('--build-arg')) return;
  for (const line of scriptLines(document.source, step.run)) {
    for (const [, argument = ''] of line.text.matchAll(/--build-arg[= ]("[^"]*"|'[^']*'|\S*\$\{\{[^}]*\}\}\S*|\S+)/g)) {
      const secret = secretName(argument) ?? secretBehind(argument, envs);
      if (secret && !HARMLESS.test(secret)) yield problem(line.range, secret, `${key}/${secret}`);
    }
  }
}

function secretOf({ text }: Expression): string | undefined {
  const name = secretName(text);
  return name && !HARMLESS.test(name) ? name : undefined;
}

function secretName(text: string): string | undefined {
  const [, name] = /\bsecrets\s*(?:\.|\[\s*')([\w-]+)/i.exec(text) ?? [];
  return name ?? (/\bgithub\.token\b/.test(text) ? 'GITHUB_TOKEN' : undefined);
}

/** `--build-arg TOKEN=$TOKEN` and `--build-arg TOKEN` with a variable that holds a secret. */
function secretBehind(argument: string, envs: readonly Step['env'][]): string | undefined {
  const [, variable] = /\$\{?(\w+)\}?/.exec(argument) ?? /^["']?(\w+)["']?$/.exec(argument) ?? [];
  if (!variable) return undefined;
  const value = envs.map((env) => textAt(env, variable)).find((text) => text !== undefined);
  return value ? secretName(value) : undefined;
}

function lineOf(source: string, range: Range): Range {
  const start = source.lastIndexOf('\n', range.start - 1) + 1;
  const lead = /^\s*/.exec(source.slice(start, range.start))?.[0].length ?? 0;
  return { start: start + lead, end: range.end };
}

function problem(range: Range, secret: string, key: string): Observation {
  return {
    range,
    key,
    message: {
      what: `The secret ${quote(secret)} goes into the image as a build argument.`,
      why: 'Build arguments stand in the history of the image and in the build cache: everybody who can pull it can read them.',
      remedy: `Pass it with ${quote('secrets:')} (${quote('--secret')} on the command line) and mount it in the one ${quote('RUN --mount=type=secret')} that needs it.`,
    },
  };
}
