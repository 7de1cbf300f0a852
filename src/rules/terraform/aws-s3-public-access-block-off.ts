import { attribute, type HclAttribute, type HclBlock } from '../../documents/terraform.ts';
import type { TerraformModule } from '../../subjects/terraform-module.ts';
import type { Edit, Observation, Rule } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { type AddressedBlock, isSwitchedOff, resourcesOf } from './modules/addressed-blocks.ts';
import { insertLines } from './modules/insert-lines.ts';
import { type ModuleScope, moduleScope } from './modules/module-scope.ts';

const SETTINGS = ['block_public_acls', 'block_public_policy', 'ignore_public_acls', 'restrict_public_buckets'];
const TYPES = ['aws_s3_bucket_public_access_block', 'aws_s3_account_public_access_block'];

export const awsS3PublicAccessBlockOff: Rule<TerraformModule> = {
  id: 'aws-s3-public-access-block-off',
  kinds: ['terraform'],
  title: 'Public access is not blocked',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    trivy: [
      'AWS-0086',
      'AWS-0087',
      'AWS-0091',
      'AWS-0093',
      'AVD-AWS-0086',
      'AVD-AWS-0087',
      'AVD-AWS-0091',
      'AVD-AWS-0093',
    ],
    checkov: ['CKV_AWS_53', 'CKV_AWS_54', 'CKV_AWS_55', 'CKV_AWS_56'],
    kics: [
      'd0cc8694-fcad-43ff-ac86-32331d7e867f',
      '1a4bc881-9f69-4d44-8c9a-d37d08f54c50',
      '4fa66806-0dd9-4f8d-9480-3174d39c7c91',
      '1ec253ab-c220-4d63-b2de-5b40e0af9293',
    ],
  },
  since: '0.1.0',
  on: 'module',
  fixable: true,

  *check(module) {
    const scope = moduleScope(module);
    for (const resource of resourcesOf(module, TYPES)) {
      const { block, document } = resource;
      if (isSwitchedOff(block, scope)) continue;
      const states = SETTINGS.map((name) => ({ name, ...stateOf(block, name, scope) }));
      const loose = states.filter(({ state }) => state === 'off' || state === 'absent');
      if (loose.length > 0) yield problem(resource, loose);
      else if (states.every(({ state }) => state === 'on'))
        yield {
          proof: `${quote(resource.address)} blocks all public access`,
          path: document.path,
          range: block.headerRange,
        };
    }
  },
};

interface Setting {
  readonly name: string;
  readonly state: 'on' | 'off' | 'absent' | 'unknown';
  readonly given?: HclAttribute;
  readonly byDefault: boolean;
}

function stateOf(block: HclBlock, name: string, scope: ModuleScope): Omit<Setting, 'name'> {
  const given = attribute(block, name);
  if (!given) return { state: 'absent', byDefault: false };
  const value = scope.resolve(given.value);
  if (!value.known) return { state: 'unknown', given, byDefault: false };
  return { state: String(value.value) === 'true' ? 'on' : 'off', given, byDefault: value.byDefault };
}

/** One finding for all four: they are one decision. */
function problem({ address, block, document }: AddressedBlock, loose: readonly Setting[]): Observation {
  const off = loose.filter(({ state }) => state === 'off');
  const [first] = off;
  const names = loose.map(({ name }) => name);
  const absent = loose.filter(({ given }) => !given).map(({ name }) => `${name} = true`);
  const edits: Edit[] = [
    ...off.flatMap(({ given }) => (given ? [{ range: given.value.range, text: 'true' }] : [])),
    ...(absent.length > 0 ? [insertLines(document.source, block, absent, false)] : []),
  ];
  return {
    path: document.path,
    range: first?.given?.range ?? block.headerRange,
    key: address,
    severity: first ? 'high' : 'info',
    ...(first && off.every(({ byDefault }) => byDefault) ? { confidence: 'likely' as const } : {}),
    message: {
      what: first
        ? `${quote(address)} switches off ${quoteAll(off.map(({ name }) => name))}.`
        : `${quote(address)} does not set ${quoteAll(names)}.`,
      why: first
        ? 'One policy or ACL, written by mistake, then makes the bucket public; new buckets are protected unless somebody does this.'
        : 'What this resource leaves out is off, whatever new buckets start with.',
      remedy: 'Set all four to `true`, and serve public content through CloudFront.',
    },
    fix: { title: `Set ${names.join(', ')} to true`, safety: 'review', edits },
  };
}
