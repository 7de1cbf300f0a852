import type { ActionDocument, WorkflowDocument } from '../../documents/workflow.ts';
import { scalarAt } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { actionVersion, isAtLeast, isBefore } from './actions/action-version.ts';
import type { KnownAction } from './actions/known/known-action.ts';
import { knownAction } from './actions/known-actions.ts';
import { usedActions } from './actions/used-actions.ts';

type Subject = WorkflowDocument | ActionDocument;

/**
 * What became of each Node.js that runs actions, as announced on GitHub's changelog, read in November 2026: from
 * 16 June 2026 actions for Node.js 20 run on 24, and it left the runner in September.
 */
const GONE: Readonly<Record<string, string>> = { '12': '2023', '16': '2024' };
/** Versions before these are refused by github.com since 2025; GitHub Enterprise Server still takes them. */
const REFUSED: Readonly<Record<string, string>> = {
  'actions/upload-artifact': '4',
  'actions/download-artifact': '4',
  'actions/cache': '3',
};
const LEAVING: Readonly<Record<string, string>> = { '20': '2026' };

export const deprecatedActionRuntime: Rule<Subject> = {
  id: 'deprecated-action-runtime',
  kinds: ['workflow', 'action'],
  title: 'Action is made for a Node.js that runners no longer have',
  severity: 'low',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'reliability',
  aliases: { actionlint: ['action'], sisakulint: ['deprecated-node-runtime'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    if (document.kind === 'action') yield* ownRuntime(document);
    for (const { uses, key } of usedActions(document)) {
      const row = knownAction(uses);
      const node = row && nodeOf(row, document.source, uses);
      if (!row || !node || !(node in GONE)) continue;
      const refused = isRefused(document.source, uses);
      yield {
        range: uses.node.range,
        key,
        ...(refused ? { severity: 'high', confidence: 'likely' } : {}),
        message: {
          what: `${quote(uses.raw)} is made for Node.js ${node}, which the runners dropped in ${GONE[node]}.`,
          why: refused
            ? 'github.com fails every job that asks for this version, before its first step; GitHub Enterprise Server does not.'
            : 'GitHub runs it on a newer one that it was never tried on, and nobody mends that version any more.',
          remedy: isOnly(row, node)
            ? 'There is no newer version: replace the action.'
            : `Take a newer version, up to v${row.newest}; its notes tell what changed.`,
        },
      };
    }
  },
};

/** Told by the version that is named, or that the comment behind a commit claims. */
function isRefused(source: string, uses: Parameters<typeof actionVersion>[1]): boolean {
  const name = uses.repository.toLowerCase();
  const bound = Object.hasOwn(REFUSED, name) ? REFUSED[name] : undefined;
  const version = bound === undefined ? undefined : actionVersion(source, uses);
  return bound !== undefined && version !== undefined && isBefore(version, bound);
}

/** The Node.js that a version is made for. */
function nodeOf(row: KnownAction, source: string, uses: Parameters<typeof actionVersion>[1]): string | undefined {
  const version = actionVersion(source, uses);
  if (!version || !row.node) return undefined;
  return Object.entries(row.node).find(([, last]) => !isAtLeast(version, String(last + 1)))?.[0];
}

function isOnly({ node }: KnownAction, runtime: string): boolean {
  return Object.keys(node ?? {}).every((one) => one === runtime);
}

function* ownRuntime({ view }: ActionDocument): Generator<Observation> {
  const using = scalarAt(view.root, 'runs', 'using');
  const node = /^node(\d+)$/i.exec(view.using)?.[1] ?? '';
  const year = GONE[node] ?? LEAVING[node];
  if (!using || year === undefined) return;
  yield {
    range: using.range,
    key: 'runs.using',
    ...(node in GONE ? {} : { severity: 'info' }),
    message: {
      what: `The action asks for ${quote(using.text)}, which the runners dropped in ${year}.`,
      why: 'GitHub runs it on a newer Node.js all the same, and warns in the log of everybody who uses it.',
      remedy: 'Try it on Node.js 24, and write `node24`.',
    },
  };
}
