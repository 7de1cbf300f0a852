import type { Exemption, ScannerSettingsDocument } from '../../documents/scanner-settings.ts';
import type { Document, Observation, Rule, RuleContext } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';

export const scannerSettingsWeakened: Rule<ScannerSettingsDocument> = {
  id: 'scanner-settings-weakened',
  kinds: ['scanner'],
  title: 'The settings of a scanner leave out more',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'governance',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *needs() {
    yield { glob: '.github/workflows/*' };
  },

  *compare(_base, head, context) {
    if (!head) return;
    const { tool, exemptions } = head.view;
    const before = [...context.project.base.documents.values()].filter((one) => isSettingsOf(one, tool));
    // A scanner that comes with its settings has let nothing through before.
    if (before.length === 0 && !ranBefore(tool, context)) return;
    if (before.some(({ problems }) => problems.some(({ severity }) => severity === 'fatal'))) {
      yield { unverified: `what the settings of ${tool} left out before could not be read` };
      return;
    }
    const known = new Set(before.flatMap(({ view }) => view.exemptions.map(identity)));
    const fresh = exemptions.filter((one) => !one.ends && !known.has(identity(one)));
    for (const of of ['failure', 'path', 'check', 'finding'] as const) {
      const found = fresh.filter((one) => one.of === of);
      if (found.length > 0) yield problem(tool, of, found);
    }
  },
};

function isSettingsOf(document: Document, tool: string): document is ScannerSettingsDocument {
  return document.kind === 'scanner' && (document as ScannerSettingsDocument).view?.tool === tool;
}

/** Some workflow, action or script of the base starts it. */
function ranBefore(tool: string, { project }: RuleContext): boolean {
  return [...project.base.documents.values()].some(
    ({ kind, source }) => /^(workflow|action|script)$/.test(kind) && source.includes(tool),
  );
}

function identity({ of, text }: Exemption): string {
  return `${of}/${text}`;
}

const WORDS: Readonly<
  Record<Exemption['of'], { readonly severity: 'high' | 'medium' | 'low'; readonly what: string }>
> = {
  failure: { severity: 'high', what: 'succeeds whatever it finds, by' },
  path: { severity: 'medium', what: 'no longer looks at' },
  check: { severity: 'medium', what: 'no longer fails for' },
  finding: { severity: 'low', what: 'no longer reports' },
};

function problem(tool: string, of: Exemption['of'], found: readonly Exemption[]): Observation {
  const { severity, what } = WORDS[of];
  return {
    range: found[0]?.range ?? { start: 0, end: 0 },
    key: of,
    severity,
    message: {
      what: `${quote(tool)} ${what} ${quoteAll(found.map(({ text }) => text))}.`,
      why:
        of === 'finding'
          ? 'Without a last day the exception outlives its reason, and nobody sees the finding again.'
          : 'It holds for everything that comes later as well: what was stopped until now gets through, and the run is green.',
      remedy:
        of === 'failure'
          ? 'Let it fail, and except the findings that are in the way one by one.'
          : 'Except the one finding, where it stands and with a last day where the tool has one, or say in the pull request why it is right for all.',
    },
  };
}
