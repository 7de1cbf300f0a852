import type { Trigger, WorkflowDocument } from '../../documents/workflow.ts';
import { entryOf, itemsAt, textAt, type YamlEntry } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule, RuleContext } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { gateSignatures } from './gates/gate-signatures.ts';
import { removeEntry } from './gates/remove-entry.ts';

const EVENTS = new Set(['pull_request', 'pull_request_target']);

export const requiredWorkflowPathFilter: Rule<WorkflowDocument> = {
  id: 'required-workflow-path-filter',
  kinds: ['workflow'],
  title: 'Checks no longer run on every pull request',
  severity: 'medium',
  // Whether the check is required is set outside the repository.
  confidence: 'likely',
  strictness: 'regular',
  domain: 'governance',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *needs() {
    yield { glob: '.github/workflows/*' };
  },

  *compare(base, head, context) {
    if (!base || !head || gateSignatures(head).every(({ gate }) => gate === 'lint')) return;
    for (const trigger of head.view.triggers) {
      if (!EVENTS.has(trigger.event)) continue;
      const before = base.view.triggers.find(({ event }) => event === trigger.event);
      if (!before || filterOf(before) || hasTwin(head, context)) continue;
      const filter = filterOf(trigger);
      if (filter && !letsAllThrough(filter)) yield problem(head, trigger, filter);
    }
  },
};

function filterOf({ config }: Trigger): YamlEntry | undefined {
  return entryOf(config, 'paths') ?? entryOf(config, 'paths-ignore');
}

function letsAllThrough({ key, value }: YamlEntry): boolean {
  const patterns = itemsAt(value).flatMap((item) => textAt(item) ?? []);
  if (key.text === 'paths') return patterns.includes('**') && patterns.every((pattern) => !pattern.startsWith('!'));
  // Nothing that is built or tested lies behind these.
  return patterns.every((pattern) =>
    /\.(md|mdx|rst|txt|adoc|png|svg|jpg)$|^docs?\/|^\.(github\/(ISSUE_TEMPLATE|CODEOWNERS)|gitignore)|LICENSE|CODEOWNERS|^\.vscode/i.test(
      pattern,
    ),
  );
}

/** A workflow of the same name that reports for the rest, as GitHub used to recommend. */
function hasTwin(head: WorkflowDocument, context: RuleContext): boolean {
  return [...context.project.head.documents.values()].some(
    (one) =>
      one.kind === 'workflow' &&
      one.path !== head.path &&
      one.view !== undefined &&
      head.view.name !== undefined &&
      (one as WorkflowDocument).view.name === head.view.name,
  );
}

function problem(head: WorkflowDocument, trigger: Trigger, filter: YamlEntry): Observation {
  const patterns = itemsAt(filter.value).flatMap((item) => textAt(item) ?? []);
  const checks = [...new Set(gateSignatures(head).map(({ job }) => job ?? ''))].filter((job) => job !== '');
  return {
    range: filter.key.range,
    key: `${trigger.event}/${filter.key.text}`,
    message: {
      what: `${quote(filter.key.text)} (${quoteAll(patterns)}) keeps ${quoteAll(checks)} from running on other pull requests.`,
      why: 'A required check that never starts blocks the merge for ever; one that is not required lets what it would have found through.',
      remedy: `Let the workflow start always and skip jobs inside it by what changed: a skipped job counts as passed, a workflow that does not start does not.`,
    },
    ...(trigger.config && !trigger.config.flow && !filter.merged
      ? {
          fix: {
            title: 'Run on every pull request',
            safety: 'review',
            edits: [removeEntry(head.source, filter, trigger.config)],
          },
        }
      : {}),
  };
}
