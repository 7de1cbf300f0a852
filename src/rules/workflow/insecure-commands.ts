import type { Job } from '../../documents/workflow/job.ts';
import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../documents/workflow.ts';
import {
  at,
  entryOf,
  isTrue,
  scalarsBelow,
  type YamlEntry,
  type YamlMap,
  type YamlNode,
} from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { removeEntry } from './gates/remove-entry.ts';

type Subject = WorkflowDocument | ActionDocument;
const NAME = 'ACTIONS_ALLOW_UNSECURE_COMMANDS';

export const insecureCommands: Rule<Subject> = {
  id: 'insecure-commands',
  kinds: ['workflow', 'action'],
  title: 'Printed text may set variables and paths',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    zizmor: ['insecure-commands'],
    octoscan: ['unsecure-commands'],
    checkov: ['CKV_GHA_1'],
    semgrep: ['allowed-unsecure-commands'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document) {
    const places = [
      ...(document.kind === 'workflow'
        ? [
            { env: document.view.env, key: 'env' },
            ...document.view.jobs.map(({ env, id }) => ({ env, key: `${id}/env` })),
          ]
        : []),
      ...stepsOf(document).map(({ step, key }) => ({ env: step.env, key: `${key}/env` })),
    ];
    for (const { env, key } of places) {
      const entry = entryOf(env, NAME);
      if (env && entry && isOn(entry.value)) yield problem(document.source, entry, env, key);
    }
    if (document.kind === 'workflow') for (const job of document.view.jobs) yield* inMatrix(job);
  },
};

/** The runner takes what .NET reads as true. */
function isOn(value: YamlNode): boolean {
  return isTrue(value) || (value.type === 'scalar' && /^\s*(true|1)\s*$/i.test(value.text));
}

/** A matrix value that steps take as their whole `env:`. */
function* inMatrix(job: Job): Generator<Observation> {
  for (const { scalar, path } of scalarsBelow(at(job.node, 'strategy', 'matrix'))) {
    if (path.at(-1) !== NAME || !isOn(scalar)) continue;
    yield { range: scalar.range, key: `${job.id}/matrix/${path.join('.')}`, message: MESSAGE };
  }
}

const MESSAGE = {
  what: `${quote(NAME)} brings ${quote('::set-env')} and ${quote('::add-path')} back.`,
  why: 'Any text that a step prints, a test name or a file of the pull request, can then set variables for the next steps and so run code in them.',
  remedy: `Write to ${quote('$GITHUB_ENV')} and ${quote('$GITHUB_PATH')} instead, and drop the variable.`,
};

function problem(source: string, entry: YamlEntry, env: YamlMap, key: string): Observation {
  return {
    range: entry.range,
    key,
    message: MESSAGE,
    ...(env.entries.length > 1 && !env.flow && !entry.merged
      ? { fix: { title: 'Drop the variable', safety: 'review', edits: [removeEntry(source, entry, env)] } }
      : {}),
  };
}
