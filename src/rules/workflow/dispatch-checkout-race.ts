import type { Job } from '../../documents/workflow/job.ts';
import type { Step } from '../../documents/workflow/step.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import { entryOf, textAt, type YamlNode } from '../../documents/yaml/yaml-node.ts';
import type { Range, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { runsFetchedCode } from './checkout/runs-fetched-code.ts';
import { whereItRuns } from './checkout/where-it-runs.ts';

export const dispatchCheckoutRace: Rule<WorkflowDocument> = {
  id: 'dispatch-checkout-race',
  kinds: ['workflow'],
  title: 'A run by hand takes whatever a pull request holds by then',
  severity: 'medium',
  // Whether the pull request is one of a fork is seen in the run only.
  confidence: 'heuristic',
  strictness: 'pedantic',
  domain: 'security',
  aliases: { 'gato-x': ['DispatchTOCTOUResult'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    const inputs = dispatchInputs(document);
    // A commit that is passed along says what was looked at.
    if (inputs.length === 0 || inputs.some((name) => /sha|commit/i.test(name))) return;
    for (const job of document.view.jobs) {
      for (const step of job.steps) {
        const named = namesPull(step, job, document, inputs);
        const runner = named && runsFetchedCode(job, step, textAt(step.with, 'path') ?? '');
        if (!named || !runner || job.environment) continue;
        yield {
          key: `${job.id}/${step.key}`,
          message: {
            what: `${quote(named.text)} takes the pull request as it is when ${quote(job.id)} runs, not as whoever started the run had read it.`,
            why: 'Its author can push between the look and the run, and the new code runs with the rights of this repository.',
            remedy: `Ask for the commit as well, in an input such as ${quote('head-sha')}, and check out that commit.`,
          },
          ...whereItRuns({ code: { range: named.range }, step, runner }, document),
        };
      }
    }
  },
};

function dispatchInputs({ view }: WorkflowDocument): string[] {
  const config = view.triggers.find(({ event }) => event === 'workflow_dispatch')?.config;
  const inputs: YamlNode | undefined = entryOf(config, 'inputs')?.value;
  return inputs?.type === 'map' ? inputs.entries.map(({ key }) => key.text) : [];
}

interface NamedPull {
  readonly text: string;
  readonly range: Range;
}

/** A checkout of `refs/pull/<input>` or `gh pr checkout <input>`. */
function namesPull(step: Step, job: Job, document: WorkflowDocument, inputs: readonly string[]): NamedPull | undefined {
  const ref = textAt(step.with, 'ref');
  const isInput = (text: string) => inputs.some((name) => text.includes(`inputs.${name}`));
  if (step.uses?.repository.toLowerCase() === 'actions/checkout' && ref && /refs\/pull\//.test(ref) && isInput(ref))
    return { text: ref, range: step.uses.node.range };
  const line = /\bgh pr checkout\b[^\n]*/.exec(step.run?.text ?? '')?.[0];
  if (!line || !step.run) return undefined;
  const names = [...line.matchAll(/\$\{?(\w+)/g)].map(([, name = '']) => name);
  const values = names.map(
    (name) => [step.env, job.env, document.view.env].map((map) => textAt(map, name)).find(Boolean) ?? '',
  );
  return [line, ...values].some(isInput) ? { text: line, range: step.run.range } : undefined;
}
