import { type GitHubClient, pinnedClient, type RepositoryName } from '../client.ts';
import { cutToBytes } from '../comments/cut-to-bytes.ts';
import { MAX_CHECK_BYTES } from '../limits.ts';

/** Writes below a check's summary, which stays as it is; what stood below it before comes after. */
export async function writeCheckText(
  octokit: GitHubClient,
  { owner, repo }: RepositoryName,
  id: number,
  markdown: string,
): Promise<void> {
  const client = pinnedClient(octokit);
  const place = { owner, repo, check_run_id: id };
  const { data } = await client.request('GET /repos/{owner}/{repo}/check-runs/{check_run_id}', place);
  const { title, summary, text } = data.output;
  const receipt = /<details><summary>Receipt<\/summary>[\s\S]*<\/details>$/.exec(text ?? '')?.[0];
  // What is kept about the model stands as well: its signature is checked by whoever reads it.
  const judged = /^<!-- pipewright judged [\w-]+ [0-9a-f]{32} -->$/m.exec(text ?? '')?.[0];
  const before = [judged, receipt].flatMap((part) => (part === undefined ? [] : [`\n\n${part}`])).join('');
  await client.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
    ...place,
    // GitHub takes no text without the two others.
    output: {
      title: title ?? data.name,
      summary: summary ?? '',
      text: cutToBytes(markdown, MAX_CHECK_BYTES - Buffer.byteLength(before)) + before,
    },
  });
}
