import { nearestWord } from '../../policy/nearest-word.ts';
import { REQUIRED, type Variable } from './variable.ts';
import { VARIABLES, type VariableName } from './variables.ts';

type Values = {
  readonly [Name in VariableName]: (typeof VARIABLES)[Name] extends Variable<infer Value> ? Value : never;
};

/** The variables, or what is wrong with them, each in a sentence of three parts that repeats no secret. */
export type VariablesResult =
  | { readonly ok: true; readonly values: Values }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads all variables, or only these. An empty text counts as not set. */
export function readVariables(
  env: NodeJS.ProcessEnv,
  names: readonly VariableName[] = Object.keys(VARIABLES) as VariableName[],
): VariablesResult {
  const problems: string[] = [...unknownNames(env)];
  const values = names.map((name) => {
    const { value, problem } = readVariable(name, VARIABLES[name], env[name]);
    if (problem !== undefined) problems.push(problem);
    return [name, value];
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, values: Object.fromEntries(values) };
}

function readVariable(
  name: string,
  { fallback, read, form, why, set, secret }: Variable<unknown>,
  text = '',
): { readonly value?: unknown; readonly problem?: string } {
  if (text.trim() === '') {
    return fallback === REQUIRED ? { problem: `${name} is not set. ${why} ${set}` } : { value: fallback };
  }
  const value = read(text.trim());
  if (value !== undefined) return { value };
  const shown = secret || text.includes('@') ? '' : ` \`${text.slice(0, 60)}\``;
  return { problem: `${name}${shown} is not ${form}. ${why} ${set}` };
}

/** Kubernetes writes the addresses of services into the environment: one called `pipewright` has our prefix. */
const OF_A_SERVICE = /_(SERVICE_HOST|SERVICE_PORT(_\w+)?|PORT(_\d+_(TCP|UDP|SCTP)(_\w+)?)?)$/;

function unknownNames(env: NodeJS.ProcessEnv): readonly string[] {
  const known = Object.keys(VARIABLES).filter((name) => name.startsWith('PIPEWRIGHT_'));
  const unknown = Object.keys(env).filter(
    (name) => name.startsWith('PIPEWRIGHT_') && !known.includes(name) && !OF_A_SERVICE.test(name),
  );
  return unknown.map((name) => {
    const near = nearestWord(name, known);
    const meant = near === undefined ? `Take it away; there are ${known.join(', ')}.` : `Did you mean ${near}?`;
    return `${name} is not known. What it was meant to say would not be heard. ${meant}`;
  });
}
