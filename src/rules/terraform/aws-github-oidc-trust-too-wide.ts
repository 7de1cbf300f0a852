import { attribute } from '../../documents/terraform.ts';
import type { TerraformModule } from '../../subjects/terraform-module.ts';
import type { Observation, Range, Rule, Severity } from '../../types.ts';
import { quote } from '../quote.ts';
import { isSwitchedOff, resourcesOf } from './modules/addressed-blocks.ts';
import { moduleScope } from './modules/module-scope.ts';
import { UNKNOWN_PART } from './modules/text-of.ts';
import type { Statement } from './policies/statement.ts';
import { statementsOf } from './policies/statements-of.ts';

const ISSUER = 'token.actions.githubusercontent.com';

export const awsGithubOidcTrustTooWide: Rule<TerraformModule> = {
  id: 'aws-github-oidc-trust-too-wide',
  kinds: ['terraform'],
  title: 'Workflows of others may assume the role',
  severity: 'critical',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: { checkov: ['CKV_AWS_358', 'CKV_AWS_393'], semgrep: ['unrestricted-github-oidc-policy'] },
  since: '0.1.0',
  on: 'module',
  fixable: false,

  *check(module) {
    const scope = moduleScope(module);
    for (const { address, block, document } of resourcesOf(module, ['aws_iam_role'])) {
      const given = attribute(block, 'assume_role_policy');
      if (!given || isSwitchedOff(block, scope)) continue;
      for (const [i, statement] of statementsOf(given.value, document, module, scope).entries()) {
        if (!isGithubTrust(statement)) continue;
        const width = widthOf(statement);
        if (width === 'unknown') continue;
        if (width) yield problem(address, statement, width, i);
        else
          yield {
            proof: `${quote(address)} trusts named repositories only`,
            path: statement.document.path,
            range: statement.range,
          };
      }
    }
  },
};

function isGithubTrust({ effect, actions, principals, conditions }: Statement): boolean {
  if (effect !== 'Allow' || !actions?.some((action) => /^sts:(AssumeRoleWithWebIdentity|\*)$/.test(action)))
    return false;
  const isNamed = (principals ?? []).some(({ type, id }) => type === 'Federated' && id.includes(ISSUER));
  return isNamed || (conditions ?? []).some(({ variable }) => variable.startsWith(`${ISSUER}:`));
}

interface Width {
  readonly severity: Severity;
  readonly range: Range;
  /** Who gets in. */
  readonly who: string;
  readonly pattern?: string;
}

/** Undefined where the repositories are named. */
function widthOf({ conditions, at, range }: Statement): Width | 'unknown' | undefined {
  if (conditions === undefined) return 'unknown';
  const named = conditions.filter(({ variable }) => variable.startsWith(`${ISSUER}:`));
  const claims = named.filter(({ variable }) => !variable.endsWith(':aud'));
  if (claims.some(({ values }) => values === undefined)) return 'unknown';
  const sub = claims.filter(({ variable }) => variable.endsWith(':sub'));
  if (claims.length === 0)
    return {
      severity: 'critical',
      range: conditions.length > 0 ? at.conditions : range,
      who: 'any repository of GitHub',
    };
  if (sub.length < claims.length) return undefined;
  const widths = sub.flatMap(({ values, range }) => (values ?? []).flatMap((value) => judge(value, range) ?? []));
  return widths.toSorted((a, b) => rank(a) - rank(b))[0];
}

function judge(pattern: string, range: Range): Width | undefined {
  const [, owner = '', repository = '', rest] = /^repo:([^/:]*)\/?([^:]*)(?::(.*))?$/.exec(pattern) ?? [];
  if (/^[*?:]*$/.test(pattern) || /^repo:[*?]/.test(pattern) || (owner === '' && /^r?e?p?o?[*]/.test(pattern)))
    return { severity: 'critical', range, who: 'any repository of GitHub', pattern };
  if (owner.includes(UNKNOWN_PART) || repository.includes(UNKNOWN_PART)) return undefined;
  if (owner.endsWith('*')) return { severity: 'critical', range, who: 'every owner whose name begins so', pattern };
  if (repository === '*' || (repository === '' && owner !== ''))
    return { severity: 'high', range, who: 'every repository of the owner', pattern };
  if (rest === 'pull_request') return { severity: 'low', range, who: 'every pull request of the repository', pattern };
  return undefined;
}

function rank({ severity }: Width): number {
  return ['critical', 'high', 'medium', 'low'].indexOf(severity);
}

function problem(address: string, statement: Statement, width: Width, index: number): Observation {
  const { severity, range, who, pattern } = width;
  return {
    path: statement.document.path,
    range,
    key: `${address}/${index}`,
    severity,
    ...(severity === 'low' ? { confidence: 'likely' as const } : {}),
    message: {
      what: pattern
        ? `${quote(address)} trusts the subject ${quote(pattern)}: ${who}.`
        : `${quote(address)} trusts GitHub without a condition on the subject: ${who} may assume it.`,
      why:
        severity === 'low'
          ? 'What a pull request runs is not reviewed yet; whoever may push a branch has what the role has.'
          : 'Whoever can run a workflow there gets the credentials of the role, without a secret.',
      remedy: `Name repository and branch or environment in ${quote(`${ISSUER}:sub`)}, as ${quote('repo:owner/name:environment:production')}.`,
    },
  };
}
