import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { isSigned, releasedArtifact } from './publishing/attested.ts';

export const missingArtifactSigning: Rule<WorkflowDocument> = {
  id: 'missing-artifact-signing',
  kinds: ['workflow'],
  title: 'Released artifact is not signed',
  severity: 'low',
  confidence: 'heuristic',
  strictness: 'pedantic',
  domain: 'supply-chain',
  aliases: { checkov: ['CKV_GHA_5'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    const released = releasedArtifact(document);
    if (!released || isSigned(document)) return;
    const { job, step } = released;
    yield {
      range: (step.uses?.node ?? step.run ?? step.node).range,
      key: `${job.id}/${step.key}`,
      message: {
        what: `Nothing signs what ${quote(step.uses?.raw ?? step.key)} releases.`,
        why: 'Whoever can write to the registry or the release page can put something else there, and users cannot tell.',
        remedy: `Attest it with ${quote('actions/attest-build-provenance')}, or sign it with ${quote('cosign sign')}.`,
      },
    };
  },
};
