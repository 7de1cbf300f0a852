import { parseArgs } from 'node:util';
import { type Format, formats } from '../output/format.ts';
import { nearestWord } from '../policy/nearest-word.ts';
import type { Kind, Mode, Strictness } from '../types.ts';
import { UsageError } from './usage-error.ts';

export interface Arguments {
  readonly command: string;
  readonly operands: readonly string[];
  readonly format: Format;
  readonly strictness?: Strictness;
  readonly mode?: Mode;
  readonly persona?: string;
  readonly kind?: Kind;
  readonly repo?: string;
  readonly base?: string;
  readonly head?: string;
  /** A file that stands for the settings of the organisation. */
  readonly organisation?: string;
  /** A file that stands for the settings of the repository. */
  readonly settings?: string;
  /** How far back: `90d`, `12w`, or a date. */
  readonly since?: string;
  /** The number of the App whose check is required. */
  readonly 'app-id'?: string;
  /** `OWNER/REPOSITORY@COMMIT`, what a workflow uses. */
  readonly action?: string;
  /** A file to write the receipt of the review to. */
  readonly receipt?: string;
  readonly flags: ReadonlySet<Flag>;
  /** The options with a value that were written, those with a default among them. */
  readonly given: readonly string[];
}

const FLAGS = ['staged', 'judge', 'dry-run', 'fix', 'isolated', 'explain', 'force', 'org', 'help', 'version'] as const;
const TEXTS = [
  'format',
  'strictness',
  'mode',
  'persona',
  'kind',
  'repo',
  'base',
  'head',
  'organisation',
  'settings',
  'since',
  'app-id',
  'action',
  'receipt',
] as const;

export type Flag = (typeof FLAGS)[number];

const KINDS: readonly Kind[] = [
  'workflow',
  'action',
  'dockerfile',
  'compose',
  'kubernetes',
  'terraform',
  'python',
  'notebook',
  'dvc',
  'params',
  'mlproject',
  'kubeflow',
  'script',
  'requirements',
  'dependabot',
  'kustomization',
  'dockerignore',
];

const CHOICES: Readonly<Partial<Record<(typeof TEXTS)[number], readonly string[]>>> = {
  format: formats,
  strictness: ['regular', 'pedantic'],
  mode: ['observe', 'advise', 'enforce'],
  kind: KINDS,
};

/** Reads the command line. Throws UsageError that names the argument and the nearest right one. */
export function readArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = parse(argv);
  for (const name of TEXTS) checkChoice(name, values[name]);
  const texts = Object.fromEntries(TEXTS.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])));
  const [command = 'help', ...operands] = positionals;
  return {
    format: 'pretty',
    ...texts,
    command,
    operands,
    flags: new Set(FLAGS.filter((flag) => values[flag] === true)),
    given: Object.keys(texts),
  };
}

function parse(argv: readonly string[]): {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
} {
  const options = Object.fromEntries([
    ...FLAGS.map((flag) => [flag, { type: 'boolean' as const }]),
    ...TEXTS.map((name) => [name, { type: 'string' as const }]),
  ]);
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
    return { values: values as Readonly<Record<string, string | boolean | undefined>>, positionals };
  } catch (cause) {
    const [, option = ''] = /'--?([\w-]+)/.exec(cause instanceof Error ? cause.message : '') ?? [];
    const near = nearestWord(option, [...FLAGS, ...TEXTS]);
    const hint = [...FLAGS, ...TEXTS].some((name) => name === option)
      ? `\`--${option}\` ${FLAGS.some((flag) => flag === option) ? 'takes no value' : 'needs a value'}.`
      : `There is no option \`--${option}\`.${near ? ` Did you mean \`--${near}\`?` : ''}`;
    throw new UsageError(`${hint} \`pipewright --help\` lists all options.`, { cause });
  }
}

function checkChoice(name: (typeof TEXTS)[number], value: string | boolean | undefined): void {
  const choices = CHOICES[name];
  if (!choices || value === undefined || choices.includes(String(value))) return;
  const near = nearestWord(String(value), choices);
  throw new UsageError(
    `\`--${name} ${value}\` is not known.${near ? ` Did you mean \`${near}\`?` : ''} Use one of: ${choices.join(', ')}.`,
  );
}
