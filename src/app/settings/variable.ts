/** One variable of the environment. */
export interface Variable<Value> {
  /** When it is not set; `required` when it has to be. */
  readonly fallback: Value | Required;
  /** The value of a text; undefined when the text cannot be one. */
  readonly read: (text: string) => Value | undefined;
  /** What it has to be, with its article. */
  readonly form: string;
  readonly why: string;
  readonly set: string;
  /** Its text is repeated nowhere. */
  readonly secret: boolean;
}

export const REQUIRED = Symbol('required');
export type Required = typeof REQUIRED;

/** What is said where the value does not fit. */
export interface Advice<Value> {
  readonly fallback?: Value;
  readonly why: string;
  readonly set: string;
  readonly secret?: boolean;
}

export function variable<Value>(
  form: string,
  read: Variable<Value>['read'],
  advice: Advice<Value | Required>,
): Variable<Value> {
  return { form, read, fallback: REQUIRED, secret: false, ...advice };
}

/** Required, unless the advice has a fallback. */
export function wholeNumber(min: number, max: number, advice: Advice<number>): Variable<number> {
  const read = (text: string) => {
    const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    return number >= min && number <= max ? number : undefined;
  };
  return variable(`a whole number of at least ${min}`, read, advice);
}

export function text(advice: Advice<string>): Variable<string> {
  return variable('a text', (value) => value, advice);
}

export function onOff(fallback: boolean, advice: Advice<boolean>): Variable<boolean> {
  const words: Readonly<Record<string, boolean>> = {
    on: true,
    true: true,
    '1': true,
    off: false,
    false: false,
    '0': false,
  };
  return variable('`on` or `off`', (value) => words[value.toLowerCase()], { ...advice, fallback });
}

export function oneOf<const Word extends string>(
  words: readonly Word[],
  fallback: Word,
  advice: Advice<Word>,
): Variable<Word> {
  return variable('a word that is known', (value) => words.find((word) => word === value), { ...advice, fallback });
}

export function path(fallback: string, advice: Advice<string>): Variable<string> {
  return variable('a path', (value) => (/^\/[\w./-]*$/.test(value) ? value : undefined), { ...advice, fallback });
}

/** PEM text as it is, with `\n` for line breaks as dotenv files have it, or in base64. */
export function keyText(advice: Advice<string>): Variable<string> {
  const read = (value: string) => {
    const candidates = [value.replaceAll('\\n', '\n'), Buffer.from(value, 'base64').toString('utf8')];
    return candidates.find((candidate) => /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(candidate));
  };
  return variable('a PEM text', read, { ...advice, secret: true });
}

export function webUrl(advice: Advice<string | undefined>): Variable<string | undefined> {
  return variable('an address of the web', urlReader(['http:', 'https:']), { fallback: undefined, ...advice });
}

export function postgresUrl(advice: Advice<string | undefined>): Variable<string | undefined> {
  return variable('an address of a PostgreSQL', urlReader(['postgres:', 'postgresql:']), {
    fallback: undefined,
    ...advice,
  });
}

function urlReader(protocols: readonly string[]): (value: string) => string | undefined {
  return (value) => (URL.canParse(value) && protocols.includes(new URL(value).protocol) ? value : undefined);
}
