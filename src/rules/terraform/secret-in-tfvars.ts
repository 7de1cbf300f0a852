import type { HclAttribute, HclExpression, TerraformDocument } from '../../documents/terraform.ts';
import type { Observation, Range, Rule } from '../../types.ts';
import { judgeSecretValue } from '../judge-secret-value.ts';
import { quote } from '../quote.ts';
import { credentialIn, isSecret } from './secrets/secret-texts.ts';

export const secretInTfvars: Rule<TerraformDocument> = {
  id: 'secret-in-tfvars',
  kinds: ['terraform'],
  title: 'Secret stands in a variables file',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: { checkov: ['CKV_SECRET_2', 'CKV_SECRET_6', 'CKV_SECRET_13'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    if (!/\.tfvars(\.json)?$/i.test(document.path)) return;
    const settings = document.view.attributes.flatMap((one) => settingsOf(one));
    const found = settings.filter((setting) => isGiven(setting, isPattern(document.path)));
    for (const setting of found) yield problem(document, setting);
    const [first] = document.view.attributes;
    if (first && found.length === 0)
      yield { proof: `None of ${settings.length} values is a secret`, path: document.path, range: first.range };
  },
};

/** A file to be copied and filled in: what stands there was made up, unless it looks generated. */
function isPattern(path: string): boolean {
  return /(^|[^a-z])(examples?|samples?|templates?|dist)([^a-z]|$)/i.test(path);
}

function isGiven({ name, text }: Setting, isPattern: boolean): boolean {
  if (credentialIn(text) !== undefined) return true;
  return isSecret(name, text) && (!isPattern || judgeSecretValue(text) === 'strong');
}

interface Setting {
  /** The key that the text stands under. */
  readonly name: string;
  /** With the names of what it stands in: `database.password`. */
  readonly address: string;
  readonly range: Range;
  readonly text: string;
}

function settingsOf({ name, nameRange, value }: Pick<HclAttribute, 'name' | 'nameRange' | 'value'>): Setting[] {
  return within(value, { name, address: name, range: nameRange }, 0);
}

/** Values are data: the depth is bounded for those that were nested to break something. */
function within(value: HclExpression, at: Omit<Setting, 'text'>, depth: number): Setting[] {
  if (depth > 20) return [];
  if (value.kind === 'literal') return typeof value.value === 'string' ? [{ ...at, text: value.value }] : [];
  // A heredoc, as keys are written.
  if (value.kind === 'template') {
    const [only, more] = value.parts;
    return only && !more ? within(only, at, depth + 1) : [];
  }
  if (value.kind === 'list')
    return value.items.flatMap((item, index) =>
      within(item, { ...at, address: `${at.address}.${index}`, range: item.range }, depth + 1),
    );
  if (value.kind !== 'object') return [];
  return value.entries.flatMap(({ name, key, value: inner }) =>
    name === undefined ? [] : within(inner, { name, address: `${at.address}.${name}`, range: key.range }, depth + 1),
  );
}

function problem({ path }: TerraformDocument, { address, range, text }: Setting): Observation {
  const credential = credentialIn(text);
  const isGenerated = credential !== undefined || judgeSecretValue(text) === 'strong';
  return {
    path,
    range,
    key: address,
    ...(isGenerated ? {} : { confidence: 'likely' as const }),
    message: {
      what: `${quote(address)} ${credential === undefined ? 'is written out' : `holds ${credential}`}.`,
      why: 'Everybody who can read the repository or a clone of it has the secret, now and from the history later.',
      remedy:
        'Change the secret, and hand it in from outside: by `TF_VAR_` in the environment of the pipeline, or from a secret store.',
    },
  };
}
