import type { DependabotDocument } from '../../documents/dependabot.ts';
import { entryOf } from '../../documents/yaml/yaml-node.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const dependabotInsecureExecution: Rule<DependabotDocument> = {
  id: 'dependabot-insecure-execution',
  kinds: ['dependabot'],
  title: 'Dependabot runs code of packages with access to registries',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: { zizmor: ['dependabot-execution'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ view }) {
    for (const { ecosystem, directory, node } of view.updates) {
      const entry = entryOf(node, 'insecure-external-code-execution');
      if (entry?.value.type !== 'scalar' || entry.value.text !== 'allow') continue;
      const hasRegistries = entryOf(node, 'registries') !== undefined || entryOf(view.root, 'registries') !== undefined;
      yield {
        range: entry.range,
        key: `${ecosystem}:${directory}`,
        severity: hasRegistries ? 'high' : 'medium',
        message: {
          what: `Dependabot may run the code of ${quote(ecosystem)} packages${hasRegistries ? ', beside the credentials of your registries' : ''}.`,
          why: 'A package that turned bad is run before anybody looks at the update, and can read what the updater holds.',
          remedy: `Set it to ${quote('deny')}.`,
        },
        fix: {
          title: 'Do not run code of packages',
          safety: 'review',
          edits: [{ range: entry.value.contentRange, text: 'deny' }],
        },
      };
    }
  },
};
