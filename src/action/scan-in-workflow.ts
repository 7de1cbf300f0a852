import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setOutput } from '@actions/core';
import type { GitHubClient, RepositoryName } from '../github/client.ts';
import { githubFacts } from '../github/github-facts.ts';
import { githubTreeSource } from '../github/github-tree-source.ts';
import { renderScan } from '../output/format.ts';
import { scan } from '../scan.ts';
import type { Inputs } from './read-inputs.ts';

const PLAIN = { color: false, width: 100 };

/** Looks at all files of a commit. A scan informs: what is old gates nobody's change, so the step passes. */
export async function scanInWorkflow(
  octokit: GitHubClient,
  target: RepositoryName & { readonly sha: string },
  inputs: Inputs,
): Promise<number> {
  const options = {
    isolated: false,
    whole: true,
    now: new Date(),
    ...(inputs.strictness ? { strictness: inputs.strictness } : {}),
  };
  const result = await scan(githubTreeSource(octokit, target), githubFacts(octokit), options);
  process.stdout.write(renderScan(result, 'github', PLAIN));
  if (process.env.GITHUB_STEP_SUMMARY)
    await appendFile(process.env.GITHUB_STEP_SUMMARY, renderScan(result, 'markdown', PLAIN));
  if (inputs.sarifFile) {
    await mkdir(dirname(inputs.sarifFile), { recursive: true });
    await writeFile(inputs.sarifFile, renderScan(result, 'sarif', PLAIN));
    setOutput('sarif-file', inputs.sarifFile);
  }
  setOutput('conclusion', result.findings.length > 0 ? 'neutral' : 'success');
  setOutput('findings', result.findings.length);
  return 0;
}
