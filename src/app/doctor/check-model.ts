import { providerFromEnvironment } from '../../judge/providers/provider-from-environment.ts';
import { type AppDiagnosis, failed, ok } from './diagnosis.ts';

/** Whether the credentials for a model are taken, as far as that can be known without asking anything: no token is spent. */
export async function checkModel(env: Readonly<Record<string, string | undefined>>): Promise<readonly AppDiagnosis[]> {
  const found = providerFromEnvironment(env);
  if ('missing' in found) return [ok('model', `${found.missing}: nobody is asked, rules alone decide`)];
  const checked = await found.provider.check();
  if (checked.state === 'ready') return [ok('model', `${found.provider.name}: ${checked.detail}`)];
  return [
    failed(
      'model',
      `${checked.reason}. Items that no rule answers stay undecided. Check the credentials of the model.`,
    ),
  ];
}
