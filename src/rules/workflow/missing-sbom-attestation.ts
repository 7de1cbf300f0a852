import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { isListed, releasedArtifact } from './publishing/attested.ts';

export const missingSbomAttestation: Rule<WorkflowDocument> = {
  id: 'missing-sbom-attestation',
  kinds: ['workflow'],
  title: 'Released artifact says not what it is made of',
  severity: 'low',
  confidence: 'heuristic',
  strictness: 'pedantic',
  domain: 'supply-chain',
  aliases: { checkov: ['CKV_GHA_6'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    const released = releasedArtifact(document);
    if (!released || isListed(document)) return;
    const { job, step } = released;
    yield {
      range: (step.uses?.node ?? step.run ?? step.node).range,
      key: `${job.id}/${step.key}`,
      message: {
        what: `Nothing lists what is inside what ${quote(step.uses?.raw ?? step.key)} releases.`,
        why: 'When a library turns out to have a hole, nobody can tell which releases hold it.',
        remedy: `Attest a list with ${quote('actions/attest-sbom')}, or set ${quote('sbom: true')} where buildx makes the image.`,
      },
    };
  },
};
