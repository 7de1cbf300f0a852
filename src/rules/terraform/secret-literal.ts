import { attribute, type HclBlock, type TerraformDocument } from '../../documents/terraform.ts';
import type { TerraformModule } from '../../subjects/terraform-module.ts';
import type { Observation, Range, Rule } from '../../types.ts';
import { judgeSecretValue } from '../judge-secret-value.ts';
import { quote } from '../quote.ts';
import { type LiteralSetting, literalSettings } from './secrets/literal-settings.ts';
import { credentialIn, isSecret, secretSetIn } from './secrets/secret-texts.ts';

export const secretLiteral: Rule<TerraformModule> = {
  id: 'secret-literal',
  kinds: ['terraform'],
  title: 'Secret stands in the code',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    trivy: [
      'AWS-0029',
      'AWS-0129',
      'AWS-0122',
      'AWS-0036',
      'AZU-0037',
      'GCP-0037',
      'CLDSTK-0001',
      'OPNSTK-0001',
      'GIT-0002',
    ],
    checkov: ['CKV_AWS_45', 'CKV_AWS_46', 'CKV_AWS_41', 'CKV_SECRET_2', 'CKV_SECRET_6', 'CKV_SECRET_13'],
    kics: [
      '443488f5-c734-460b-a36d-5b3f330174dc',
      '1402afd8-a95c-4e84-8b0b-6fb43758e6ce',
      'fe286195-e75c-4359-bd58-00847c4f855a',
    ],
    semgrep: ['rds-insecure-password-storage-in-source-code', 'aws-lambda-environment-credentials'],
  },
  since: '0.1.0',
  on: 'module',
  fixable: false,

  *check(module) {
    for (const document of module.documents) {
      // Credentials of providers and backends are another rule's.
      const blocks = document.view.blocks.filter(({ type }) => type !== 'provider' && type !== 'terraform');
      for (const block of blocks) yield* secretsOf(block, document);
    }
  },
};

/** Blocks that say how long a token lives, not what it is. */
const NO_SECRETS_WITHIN = new Set(['token_validity_units', 'password_policy', 'validation', 'tags', 'labels']);

function* secretsOf(block: HclBlock, document: TerraformDocument): Generator<Observation> {
  const address = [block.type === 'resource' ? undefined : block.type, ...block.labels.map(({ text }) => text)]
    .filter((one) => one !== undefined)
    .join('.');
  if (block.type === 'variable') {
    const secret = secretDefault(block);
    if (secret)
      yield problem(
        document,
        secret,
        `${address}/default`,
        `The variable ${quote(block.labels[0]?.text ?? '')} has its secret as a default`,
        true,
      );
    return;
  }
  if (block.type === 'output') return;
  const seen = new Set<string>();
  for (const setting of literalSettings(block)) {
    const what = secretIn(setting);
    const key = `${address}/${[...setting.within, setting.name].join('.')}`;
    if (what === undefined || seen.has(key) || setting.within.some((name) => NO_SECRETS_WITHIN.has(name))) continue;
    seen.add(key);
    const isGenerated = judgeSecretValue(setting.text) === 'strong' || credentialIn(setting.text) !== undefined;
    yield problem(document, setting.range, key, `${quote(key.replace('/', ' '))} ${what}`, isGenerated);
  }
}

/** What is wrong with a setting, as the end of a sentence; nothing of its value is in it. */
function secretIn(setting: LiteralSetting): string | undefined {
  const text = /base64$/.test(setting.name) || setting.name === 'user_data' ? decoded(setting.text) : setting.text;
  const credential = credentialIn(text);
  if (credential) return `holds ${credential}`;
  if (isSecret(setting.name, setting.text)) return 'is written out';
  const inner = /\n|^\s*[[{]/.test(text) || text !== setting.text ? secretSetIn(text) : undefined;
  return inner === undefined ? undefined : `sets ${quote(inner)} to a secret that is written out`;
}

function decoded(text: string): string {
  if (!/^[A-Za-z0-9+/\s]{16,}={0,2}\s*$/.test(text)) return text;
  const plain = Buffer.from(text, 'base64').toString('utf8');
  return /^[\t\n\r -~]+$/.test(plain) ? plain : text;
}

function secretDefault(block: HclBlock): Range | undefined {
  const given = attribute(block, 'default');
  const name = block.labels[0]?.text ?? '';
  if (given?.value.kind !== 'literal' || typeof given.value.value !== 'string') return undefined;
  return isSecret(name, given.value.value) || credentialIn(given.value.value) ? given.nameRange : undefined;
}

function problem(
  document: TerraformDocument,
  range: Range,
  key: string,
  what: string,
  isGenerated: boolean,
): Observation {
  return {
    path: document.path,
    range,
    key,
    ...(isGenerated ? {} : { confidence: 'likely' as const }),
    message: {
      what: `${what}.`,
      why: 'Everybody who can read the repository, a clone or the state has it, now and from the history later.',
      remedy: 'Change the secret, and take it from a secret store, an ephemeral value or a variable without default.',
    },
  };
}
