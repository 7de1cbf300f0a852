import { attribute, blocksOf, references } from '../../documents/terraform.ts';
import type { TerraformModule } from '../../subjects/terraform-module.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { blockAddress } from './language/addressed-expressions.ts';
import { backendOf } from './state/backend-of.ts';
import { satisfies } from './versions/satisfies.ts';

export const workspaceWithRemoteBackend: Rule<TerraformModule> = {
  id: 'workspace-with-remote-backend',
  kinds: ['terraform'],
  title: 'terraform.workspace with the remote backend',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { tflint: ['terraform_workspace_remote'] },
  since: '0.1.0',
  on: 'module',
  fixable: false,

  *check(module) {
    if (!backendOf(module).some(({ type }) => type === 'remote') || !mayBeOld(module)) return;
    for (const document of module.documents) {
      for (const block of document.view.blocks) {
        for (const { path, range } of references(block)) {
          if (path[0] !== 'terraform' || path[1] !== 'workspace') continue;
          yield {
            path: document.path,
            range,
            key: blockAddress(block),
            message: {
              what: `${quote('terraform.workspace')} is read, and the state lies in the backend ${quote('remote')}.`,
              why: 'Runs in Terraform Cloud before 1.1, which `required_version` admits, call every workspace `default`: all of them get the same value, and may share what they make.',
              remedy: `Require ${quote('>= 1.1')}, or set a variable per workspace.`,
            },
          };
        }
      }
    }
  },
};

/** The last version that did not know the name of the workspace. */
const LAST = '1.0.11';

/** Every constraint that is written admits it; without one nobody knows what runs. */
function mayBeOld({ documents }: TerraformModule): boolean {
  const constraints = documents.flatMap(({ view }) =>
    blocksOf(view, 'terraform').flatMap((block) => attribute(block, 'required_version')?.value ?? []),
  );
  return (
    constraints.length > 0 &&
    constraints.every((one) => one.kind === 'literal' && satisfies(LAST, String(one.value)) === true)
  );
}
