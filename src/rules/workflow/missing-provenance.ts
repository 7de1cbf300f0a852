import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { secretsIn } from './credentials/secrets-in.ts';
import { grantedLevel } from './permissions/granted-level.ts';
import { namesOtherRegistry } from './publishing/other-registry.ts';
import { publishCommands } from './publishing/publish-commands.ts';

export const missingProvenance: Rule<WorkflowDocument> = {
  id: 'missing-provenance',
  kinds: ['workflow'],
  title: 'npm package says not where it was built',
  severity: 'low',
  // `publishConfig` of package.json may ask for it.
  confidence: 'heuristic',
  strictness: 'pedantic',
  domain: 'supply-chain',
  aliases: { codeql: ['actions/missing-provenance-flag'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    for (const job of document.view.jobs) {
      // Without an identity there is no provenance: `trusted-publishing` asks for it.
      if (grantedLevel(document, job, 'id-token') !== 'write') continue;
      for (const { step, tool, registry, words, text, range } of publishCommands(document, job)) {
        if (registry !== 'npm' || !/^(npm|pnpm)$/.test(tool) || namesOtherRegistry(document, job, step)) continue;
        const entries = [document.view.env, job.env, step.env].flatMap((env) => env?.entries ?? []);
        // A trusted publisher needs no key, and its packages carry provenance without being asked.
        const hasKey = entries.some(({ value }) => secretsIn(value).length > 0);
        const asked =
          words.some((word) => /^--provenance(-file)?\b/.test(word) || /restricted/.test(word)) ||
          entries.some(({ key }) => /^npm_config_provenance$/i.test(key.text));
        if (!hasKey || asked) continue;
        yield {
          range,
          key: `${job.id}/${step.key}/provenance`,
          message: {
            what: `${quote(text)} publishes without provenance.`,
            why: 'Users cannot check that the package comes from this repository and not from somebody who has the key.',
            remedy: `Add ${quote('--provenance')}; the job has the identity that it takes.`,
          },
        };
      }
    }
  },
};
