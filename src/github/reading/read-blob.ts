import type { GitHubClient, RepositoryName } from '../client.ts';
import type { RequestBudget } from '../requests/request-budget.ts';

/** git looks for a zero byte in the first 8000 to call a file binary. */
const SNIFFED_BYTES = 8000;

/** A blob's text by its SHA. */
export async function readBlob(
  client: GitHubClient,
  name: RepositoryName,
  sha: string,
  budget: RequestBudget,
): Promise<string | 'binary'> {
  budget.spend();
  const { data } = await client.request('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', { ...name, file_sha: sha });
  const bytes = Buffer.from(data.content, data.encoding === 'base64' ? 'base64' : 'utf8');
  if (bytes.subarray(0, SNIFFED_BYTES).includes(0)) return 'binary';
  return bytes.toString('utf8');
}
