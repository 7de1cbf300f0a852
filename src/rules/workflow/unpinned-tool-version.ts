import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../documents/workflow.ts';
import { entryOf, textAt } from '../../documents/yaml/yaml-node.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';

/**
 * Actions that fetch the newest release of a program that is given secrets or decides over a release, unless an input
 * names another. From the actions' own documentation, November 2026; names are in lower case.
 */
const TOOLS: Readonly<Record<string, { readonly input: string; readonly tool: string }>> = {
  'aquasecurity/setup-trivy': { input: 'version', tool: 'Trivy' },
  '1password/load-secrets-action': { input: 'version', tool: '1Password CLI' },
  '1password/install-cli-action': { input: 'version', tool: '1Password CLI' },
};

export const unpinnedToolVersion: Rule<WorkflowDocument | ActionDocument> = {
  id: 'unpinned-tool-version',
  kinds: ['workflow', 'action'],
  title: 'Action fetches whatever release of a tool is newest',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'supply-chain',
  aliases: { zizmor: ['unpinned-tools'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    for (const { step, key } of stepsOf(document)) {
      const { uses } = step;
      const name = uses?.repository.toLowerCase() ?? '';
      const row = Object.hasOwn(TOOLS, name) ? TOOLS[name] : undefined;
      if (!row || !uses || uses.path !== '' || entryOf(step.node, 'with')?.value.type === 'scalar') continue;
      const entry = entryOf(step.with, row.input);
      const version = textAt(entry?.value)?.trim() ?? '';
      const isComputed = version.includes('${{');
      if (!isComputed && !/^(|latest(-\w+)?)$/i.test(version)) continue;
      yield {
        range: entry?.range ?? uses.node.range,
        key: `${key}/${row.input}`,
        confidence: isComputed ? 'heuristic' : 'certain',
        message: {
          what: isComputed
            ? `Which release of ${row.tool} runs is decided by ${quote(version)}.`
            : `${quote(uses.raw)} runs the newest release of ${row.tool}, whatever that is.`,
          why: 'The pinned action is the same every time, the program that it fetches and gives your secrets to is not.',
          remedy: `Name a release in ${quote(row.input)} and let a bot raise it.`,
        },
      };
    }
  },
};
