import { blocksOf, type HclBlock, type TerraformDocument } from '../../documents/terraform.ts';
import type { TerraformModule } from '../../subjects/terraform-module.ts';
import type { Rule } from '../../types.ts';
import { isSecretName } from '../is-secret-name.ts';
import { judgeSecretValue } from '../judge-secret-value.ts';
import { quote } from '../quote.ts';
import { literalSettings } from './secrets/literal-settings.ts';

export const providerStaticCredentials: Rule<TerraformModule> = {
  id: 'provider-static-credentials',
  kinds: ['terraform'],
  title: 'Credentials of a provider stand in the code',
  severity: 'critical',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: { checkov: ['CKV_AWS_41'], semgrep: ['aws-provider-static-credentials'] },
  since: '0.1.0',
  on: 'module',
  fixable: false,

  *check(module) {
    for (const document of module.documents) {
      for (const { block, name } of holders(document)) {
        for (const { name: setting, range, text } of literalSettings(block)) {
          const judged = isCredential(setting) ? judgeSecretValue(text) : 'none';
          if (judged === 'none' || isPath(text)) continue;
          yield {
            path: document.path,
            range,
            key: `${name}/${setting}`,
            ...(judged === 'strong' ? {} : { confidence: 'likely' as const }),
            message: {
              what: `The ${name} has its ${quote(setting)} written out.`,
              why: 'Everybody who can read the repository can do what Terraform does, now and from the history later.',
              remedy:
                'Change the credential, and let the provider find one in its environment: a role, OIDC, a profile.',
            },
          };
        }
      }
    }
  },
};

/** Providers and backends, and how a message calls them. */
function holders({ view }: TerraformDocument): readonly { readonly block: HclBlock; readonly name: string }[] {
  const providers = blocksOf(view, 'provider').filter((block) => !isLocal(block));
  const backends = blocksOf(view, 'terraform').flatMap((block) => blocksOf(block, 'backend'));
  return [
    ...providers.map((block) => ({ block, name: `provider ${quote(block.labels[0]?.text ?? '')}` })),
    ...backends.map((block) => ({ block, name: `backend ${quote(block.labels[0]?.text ?? '')}` })),
  ];
}

/** An imitation of the cloud on the own machine takes anything for a key. */
function isLocal(block: HclBlock): boolean {
  return [...literalSettings(block)].some(({ text }) =>
    /^https?:\/\/(localhost|127\.0\.0\.1|localstack|host\.docker)/.test(text),
  );
}

function isCredential(name: string): boolean {
  return isSecretName(name) || name === 'credentials';
}

function isPath(text: string): boolean {
  return /^[~.\w/\\-]+\.(json|pem|key|p12|pfx|ya?ml|txt)$/i.test(text) || text.startsWith('~/');
}
