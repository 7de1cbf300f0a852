import { getBooleanInput, getInput } from '@actions/core';
import { nearestWord } from '../policy/nearest-word.ts';
import type { Mode, Strictness } from '../types.ts';

export interface Inputs {
  readonly token: string;
  readonly mode?: Mode;
  readonly strictness?: Strictness;
  readonly persona?: string;
  /** Whether to post comments where the token may. */
  readonly comments: boolean;
  readonly sarifFile?: string;
  /** Path to write what a `workflow_run` compares to. */
  readonly report?: string;
  /** Path of such a report, on `workflow_run`. */
  readonly publish?: string;
  /** Path to write the receipt of the review to. */
  readonly receipt?: string;
  readonly anthropicApiKey?: string;
}

const MODES: readonly Mode[] = ['observe', 'advise', 'enforce'];
const STRICTNESSES: readonly Strictness[] = ['regular', 'pedantic'];

/** Reads the inputs of the step. Throws an error that names the input and the right words. */
export function readInputs(): Inputs {
  const token = getInput('token');
  if (token === '') throw new Error('The input `token` is empty. Leave it out to use the token of the workflow.');
  const optional = {
    mode: choice('mode', MODES),
    strictness: choice('strictness', STRICTNESSES),
    persona: getInput('persona') || undefined,
    sarifFile: getInput('sarif-file') || undefined,
    report: getInput('report') || undefined,
    publish: getInput('publish') || undefined,
    receipt: getInput('receipt') || undefined,
    anthropicApiKey: getInput('anthropic-api-key') || undefined,
  };
  return {
    token,
    comments: getBooleanInput('comments'),
    ...(Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)) as Partial<Inputs>),
  };
}

function choice<T extends string>(name: string, words: readonly T[]): T | undefined {
  const value = getInput(name);
  if (value === '') return undefined;
  const found = words.find((word) => word === value);
  if (found) return found;
  const near = nearestWord(value, words);
  throw new Error(
    `The input \`${name}\` is \`${value}\`.${near ? ` Did you mean \`${near}\`?` : ''} Use one of: ${words.join(', ')}.`,
  );
}
