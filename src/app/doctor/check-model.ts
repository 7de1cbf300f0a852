import { listModels } from '../../judge/claude.ts';
import { type AppDiagnosis, failed, ok } from './diagnosis.ts';

/** Whether the key for a model is taken: models are listed, nothing is asked, no token is spent. */
export async function checkModel(env: Readonly<Record<string, string | undefined>>): Promise<readonly AppDiagnosis[]> {
  const apiKey = env.ANTHROPIC_API_KEY?.trim() ?? '';
  if (apiKey === '') return [ok('model', 'no ANTHROPIC_API_KEY: nobody is asked, rules alone decide')];
  const baseUrl = env.ANTHROPIC_BASE_URL?.trim() ?? '';
  const listed = await listModels({ apiKey, ...(baseUrl === '' ? {} : { baseUrl }) });
  if (listed.state === 'ready') return [ok('model', `the key is taken; there are ${listed.models} models`)];
  return [failed('model', `${listed.reason}. Items that no rule answers stay undecided. Check ANTHROPIC_API_KEY.`)];
}
