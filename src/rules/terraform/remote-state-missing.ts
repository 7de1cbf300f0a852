import { attribute, blocksOf } from '../../documents/terraform.ts';
import type { TerraformModule } from '../../subjects/terraform-module.ts';
import type { Rule, RuleContext } from '../../types.ts';
import { quote } from '../quote.ts';
import { resourcesOf } from './modules/addressed-blocks.ts';
import { backendOf } from './state/backend-of.ts';

export const remoteStateMissing: Rule<TerraformModule> = {
  id: 'remote-state-missing',
  kinds: ['terraform'],
  title: 'State is kept on one machine',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'pedantic',
  domain: 'reliability',
  aliases: {},
  since: '0.1.0',
  on: 'module',
  fixable: false,

  *check(module, context) {
    const [backend] = backendOf(module);
    if (backend && backend.type !== 'local') {
      yield {
        proof: `The state is kept in ${quote(backend.type)}`,
        path: backend.document.path,
        range: backend.block.headerRange,
      };
      return;
    }
    const [provider] = module.documents.flatMap((document) =>
      blocksOf(document.view, 'provider').map((block) => ({ document, block })),
    );
    const place = backend ?? provider;
    if (!place || resourcesOf(module).length === 0 || isNoRoot(module, context)) return;
    const at = { path: place.document.path, range: place.block.headerRange };
    if (!module.complete) {
      yield { unverified: 'not every file of the module was read', ...at };
      return;
    }
    yield {
      ...at,
      key: 'backend',
      message: {
        what: backend
          ? `The state is kept in a local file.`
          : 'The root module has no backend: its state is a local file.',
        why: 'It is lost with the machine or the job that ran it, nothing locks it against a second run, and its secrets lie in clear beside the code.',
        remedy:
          'Add a backend with locking and versions, as S3 with `use_lockfile`, GCS, Azure storage or HCP Terraform.',
      },
    };
  },
};

/** Called by another module, an example or a test, or wrapped by a tool that writes the backend. */
function isNoRoot({ directory }: TerraformModule, context: RuleContext): boolean {
  if (/(^|\/)(modules?|examples?|tests?|fixtures?|testdata|samples?)(\/|$)/.test(directory)) return true;
  const prefix = directory === '' ? '' : `${directory}/`;
  if (context.exists(`${prefix}terragrunt.hcl`) !== false) return true;
  return context.project[context.side].subjects
    .filter(({ type }) => type === 'module')
    .some(({ value }) => calls(value as TerraformModule, directory));
}

function calls(module: TerraformModule, directory: string): boolean {
  return module.documents.some(({ view }) =>
    blocksOf(view, 'module').some((block) => {
      const source = attribute(block, 'source')?.value;
      if (source?.kind !== 'literal' || !String(source.value).startsWith('.')) return false;
      return resolve(module.directory, String(source.value)) === directory;
    }),
  );
}

function resolve(from: string, to: string): string {
  const steps = from === '' ? [] : from.split('/');
  for (const step of to.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
