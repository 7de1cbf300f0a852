import type { TerraformModule } from '../../subjects/terraform-module.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { hasProviderSettings, providerUses } from './modules/required-providers.ts';

export const providerRequirementsMissing: Rule<TerraformModule> = {
  id: 'provider-requirements-missing',
  kinds: ['terraform'],
  title: 'Module does not say which providers it needs',
  severity: 'low',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'reproducibility',
  aliases: { tflint: ['terraform_required_providers'] },
  since: '0.1.0',
  on: 'module',
  fixable: false,

  *check(module) {
    const uses = providerUses(module);
    const [first] = uses;
    // A module with settings is judged by provider-version-missing.
    if (!first || hasProviderSettings(module)) return;
    if (!module.complete) {
      yield { unverified: 'not every file of the module was read', path: first.document.path, range: first.range };
      return;
    }
    yield {
      path: first.document.path,
      range: first.range,
      key: 'required_providers',
      message: {
        what: `The module uses ${uses.map(({ name }) => quote(name)).join(', ')} and has no ${quote('required_providers')}.`,
        why: 'Whoever calls it finds out by trying which publisher and which versions it works with.',
        remedy: `Add ${quote('required_providers')} with source and the lowest version that it works with.`,
      },
    };
  },
};
