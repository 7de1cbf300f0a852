import type { TerraformModule } from '../../subjects/terraform-module.ts';
import type { Problem, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type IamDocument, iamDocuments } from './aws-values/iam-documents.ts';
import { policySids } from './aws-values/policy-sids.ts';
import { type ModuleScope, moduleScope } from './modules/module-scope.ts';

export const awsPolicySid: Rule<TerraformModule> = {
  id: 'aws-policy-sid',
  kinds: ['terraform'],
  title: 'Name of a statement that IAM refuses',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { tflint: ['aws_iam_policy_sid_invalid_characters'] },
  since: '0.1.0',
  on: 'module',
  fixable: true,

  *check(module) {
    const scope = moduleScope(module);
    const told = new Set<string>();
    for (const policy of iamDocuments(module, scope)) {
      const name = nameOf(policy);
      if (told.has(name)) continue;
      told.add(name);
      yield* refused(policy, name, scope);
    }
  },
};

/** A data source that several roles share is one place to mend. */
function nameOf({ source, address }: IamDocument): string {
  return source.kind === 'data' ? `data.aws_iam_policy_document.${source.name}` : address;
}

function* refused(policy: IamDocument, name: string, scope: ModuleScope): Generator<Problem> {
  const seen = new Set<string>();
  for (const { text, range } of policySids(policy, scope)) {
    const isTwice = text !== '' && seen.has(text);
    seen.add(text);
    // What is not known of it is marked by a null character.
    const isRefused = /[^A-Za-z0-9\0]/.test(text);
    if (!isRefused && !(isTwice && !text.includes('\0'))) continue;
    const fix = isRefused ? fixOf(policy, text, range) : undefined;
    yield {
      path: policy.document.path,
      range,
      key: `${name}/${text}`,
      message: {
        what: isRefused
          ? `A statement of ${quote(name)} has the name ${quote(text.replaceAll('\0', '…'))}.`
          : `${quote(name)} has two statements of the name ${quote(text)}.`,
        why: isRefused
          ? 'IAM takes letters and digits only, and refuses the policy as malformed.'
          : 'The names of a policy are unique, and IAM refuses it as malformed.',
        remedy: isRefused
          ? 'Write it in letters and digits, one word with capitals.'
          : 'Name each after what it allows.',
      },
      ...(fix ? { fix } : {}),
    };
  }
}

function fixOf({ document }: IamDocument, text: string, range: { start: number; end: number }): Problem['fix'] {
  const written = document.source.slice(range.start, range.end);
  const good = text.replace(/[^A-Za-z0-9]+(.)?/g, (_, next: string | undefined) => next?.toUpperCase() ?? '');
  if (!written.includes(`"${text}"`) || good === '') return undefined;
  const start = range.start + written.indexOf(`"${text}"`);
  return {
    title: `Name it ${good}`,
    safety: 'review',
    edits: [{ range: { start, end: start + text.length + 2 }, text: `"${good}"` }],
  };
}
