import { access, mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { readWorkingTree } from '../local/read-working-tree.ts';
import { SETTINGS_PATH } from '../policy/settings-schema.ts';
import { plainText } from '../sanitise.ts';
import { filteredWorkflows } from './init/filtered-workflows.ts';
import { organisationRuleset, repositoryRuleset } from './init/rulesets.ts';
import { organisationText, settingsText } from './init/settings-text.ts';
import { ACTION_PLACEHOLDER, workflowText } from './init/workflow-text.ts';
import type { Arguments } from './read-arguments.ts';
import type { Streams } from './streams.ts';
import { UsageError } from './usage-error.ts';

const WORKFLOWS = '.github/workflows';
const WORKFLOW_PATH = `${WORKFLOWS}/pipewright.yml`;

/** Writes settings and a workflow to begin with, or prints what an organisation needs. What is there stays without --force. */
export async function initCommand(args: Arguments, streams: Streams): Promise<number> {
  const appId = appIdOf(args['app-id']);
  return args.flags.has('org') ? forOrganisation(args, appId, streams) : await forRepository(args, appId, streams);
}

async function forRepository(args: Arguments, appId: number | undefined, { cwd, out }: Streams): Promise<number> {
  const directory = resolve(cwd, args.repo ?? '.');
  const mode = args.mode ?? 'enforce';
  const action = args.action ?? ACTION_PLACEHOLDER;
  const files = [
    {
      path: SETTINGS_PATH,
      text: settingsText(mode),
      words: `mode ${mode}, gate safe; it counts once it is on the base branch`,
    },
    { path: WORKFLOW_PATH, text: workflowText(action), words: 'reviews every pull request' },
  ];
  const there = new Set<string>();
  for (const { path } of files) if (await exists(join(directory, path))) there.add(path);
  const kept = args.flags.has('force') ? new Set<string>() : there;
  if (kept.size === files.length)
    throw new UsageError(
      `${[...kept].join(' and ')} are already there. Edit them, or start over with \`pipewright init --force\`.`,
    );
  for (const { path, text, words } of files) {
    if (kept.has(path)) out(`Kept ${path}, which is already there.\n`);
    else {
      await mkdir(dirname(join(directory, path)), { recursive: true });
      await writeFile(join(directory, path), text);
      out(`Wrote ${path} (${words}).\n`);
    }
  }
  if (!kept.has(WORKFLOW_PATH) && args.action === undefined)
    out(`Replace ${ACTION_PLACEHOLDER} in it by the owner and commit of the release you reviewed.\n`);
  await warnOfFilters(directory, out);
  out(appId === undefined ? NEXT : `\n${rulesetWords('repos/OWNER/REPO', repositoryRuleset(appId))}`);
  return 0;
}

const NEXT =
  'Next: `pipewright preview --since 90d` says what the gate would have stopped; `pipewright init --app-id N` prints the ruleset that requires the check of the App.\n';

async function warnOfFilters(directory: string, out: Streams['out']): Promise<void> {
  const names = await readdir(join(directory, WORKFLOWS)).catch(() => []);
  const paths = names.filter((name) => /\.ya?ml$/.test(name)).map((name) => `${WORKFLOWS}/${name}`);
  for (const { path, filter } of filteredWorkflows(await readWorkingTree(directory, paths)))
    out(
      `Careful: ${plainText(path)} runs Pipewright and has \`${filter}:\`. Where the filter skips it no check is reported, and a pull request that requires it waits for ever. Remove the filter: where there is nothing to review it ends at once.\n`,
    );
}

function forOrganisation(args: Arguments, appId: number | undefined, { out }: Streams): number {
  const mode = args.mode ?? 'observe';
  out(`# 1. pipewright.yml of the repository ORGANISATION/.github; the others say: extends: ORGANISATION/.github:pipewright.yml@main

${organisationText(mode)}
# 2. ${WORKFLOW_PATH} of ORGANISATION/.github, which the authors cannot write to${appId === undefined ? '' : ' (not needed with the App)'}

${workflowText(args.action ?? ACTION_PLACEHOLDER)}
# 3. The ruleset of the organisation. ${appId === undefined ? 'repository_id: `gh api repos/ORGANISATION/.github --jq .id`. ' : ''}\`evaluate\` (GitHub Enterprise; elsewhere \`disabled\`) only
#    watches. When its insights show what you expect: gh api --method PUT orgs/ORGANISATION/rulesets/ID -f enforcement=active

${rulesetWords('orgs/ORGANISATION', organisationRuleset(appId, WORKFLOW_PATH))}`);
  return 0;
}

function rulesetWords(owner: string, ruleset: object): string {
  return `${JSON.stringify(ruleset, null, 2)}\n\n# Save it as ruleset.json: gh api --method POST ${owner}/rulesets --input ruleset.json\n`;
}

function appIdOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  throw new UsageError(
    `\`--app-id ${text}\` is no number, and only a number says which App may report the check. It is the "App ID" on the App's settings page.`,
  );
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
