import { quote } from '../../../quote.ts';
import { type TypeProblem, WHY } from './type-problem.ts';
import {
  ANY,
  BOOLEAN,
  commonType,
  isCollection,
  NULL,
  NUMBER,
  nameOf,
  type ObjectType,
  STRING,
  type ValueType,
} from './value-type.ts';

/** `text`: anything that becomes a text; `searched`: a text or a list. */
type Wanted = 'text' | 'searched' | 'any';

interface Signature {
  /** The last one stands for all that follow. */
  readonly wants: readonly Wanted[];
  readonly gives: ValueType;
  readonly counts?: (count: number) => string | undefined;
}

const none = (count: number) => (count > 0 ? 'takes no values' : undefined);
const TEXTS: readonly Wanted[] = ['text'];

// https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#functions, as known in November 2026.
const SIGNATURES: Readonly<Record<string, Signature>> = {
  contains: { wants: ['searched', 'text'], gives: BOOLEAN },
  startswith: { wants: TEXTS, gives: BOOLEAN },
  endswith: { wants: TEXTS, gives: BOOLEAN },
  format: { wants: TEXTS, gives: STRING },
  join: { wants: ['searched', 'text'], gives: STRING },
  tojson: { wants: ['any'], gives: STRING },
  fromjson: { wants: TEXTS, gives: ANY },
  hashfiles: { wants: TEXTS, gives: STRING, counts: (count) => (count === 0 ? 'needs a pattern of files' : undefined) },
  always: { wants: ['any'], gives: BOOLEAN, counts: none },
  cancelled: { wants: ['any'], gives: BOOLEAN, counts: none },
  success: { wants: TEXTS, gives: BOOLEAN },
  failure: { wants: TEXTS, gives: BOOLEAN },
  case: {
    wants: ['any'],
    gives: ANY,
    counts: (count) =>
      count % 2 === 1 && count > 2 ? undefined : 'takes conditions and values in pairs, and a last value',
  },
};

/** A value handed to a function: how it is written if that is a literal, and its type. */
export interface Argument {
  readonly type: ValueType;
  readonly literal?: string | number | boolean | null;
}

/** The type of what a function gives; problems with what it is given. */
export function* callType(name: string, args: readonly Argument[]): Generator<TypeProblem, ValueType> {
  const signature = Object.hasOwn(SIGNATURES, name) ? SIGNATURES[name] : undefined;
  if (!signature) return ANY;
  const count = signature.counts?.(args.length);
  if (count)
    yield {
      what: `${quote(name)} ${count}.`,
      why: 'GitHub refuses the file, or the job fails before its first step.',
      remedy: 'Give it what it takes.',
    };
  for (const [i, { type }] of args.entries()) {
    const wanted = signature.wants[Math.min(i, signature.wants.length - 1)] ?? 'any';
    if (wanted === 'searched' && type.kind === 'array' && type.of.kind === 'object') yield listOfObjects(name, type.of);
    if (!isWrong(type, wanted)) continue;
    yield {
      what: `Value number ${i + 1} of ${quote(name)} is ${nameOf(type)}.`,
      why: 'GitHub reads it as an empty text, so that nothing is found in it or made of it.',
      remedy: wanted === 'searched' ? 'Give it a text or a list, such as `needs.*.result`.' : 'Give it a single value.',
    };
  }
  if (name === 'fromjson') return yield* jsonType(args[0]);
  if (name === 'case')
    return commonType(args.filter((_, i) => i % 2 === 1 || i === args.length - 1).map(({ type }) => type));
  return signature.gives;
}

function listOfObjects(name: string, { properties }: ObjectType): TypeProblem {
  return {
    what: `${quote(name)} is given a list of objects, where it looks for single values.`,
    why: 'An object equals no text and is written as `Object`: nothing is found, and no error says so.',
    remedy: `Name a property of all of them${properties.has('name') ? ', such as `.*.name`' : ', by `.*.`'}.`,
  };
}

function isWrong(type: ValueType, wanted: Wanted): boolean {
  return wanted === 'text' ? isCollection(type) : wanted === 'searched' && type.kind === 'object';
}

function* jsonType(argument: Argument | undefined): Generator<TypeProblem, ValueType> {
  if (typeof argument?.literal !== 'string') return ANY;
  try {
    return typeOfJson(JSON.parse(argument.literal));
  } catch {
    yield { what: `${quote(argument.literal)} is no JSON.`, why: WHY.fails, remedy: 'Correct it.' };
    return ANY;
  }
}

function typeOfJson(value: unknown): ValueType {
  if (value === null) return NULL;
  if (Array.isArray(value))
    return { kind: 'array', of: commonType(value.map((item) => (typeof item === 'object' ? ANY : typeOfJson(item)))) };
  if (typeof value === 'object') return { kind: 'object', properties: new Map(), rest: ANY };
  if (typeof value === 'number') return NUMBER;
  return typeof value === 'boolean' ? BOOLEAN : STRING;
}
