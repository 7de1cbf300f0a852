import type { WorkflowDocument } from '../../documents/workflow.ts';
import { at, mapAt, scalarAt, type YamlNode } from '../../documents/yaml/yaml-node.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const hardcodedContainerCredentials: Rule<WorkflowDocument> = {
  id: 'hardcoded-container-credentials',
  kinds: ['workflow'],
  title: 'Registry password stands in the workflow',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    zizmor: ['hardcoded-container-credentials'],
    actionlint: ['credentials'],
    octoscan: ['credentials'],
    codeql: ['actions/hardcoded-container-credentials'],
    sisakulint: ['credentials'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    for (const job of document.view.jobs) {
      const places: [YamlNode | undefined, string][] = [
        [at(job.node, 'container'), `${job.id}/container`],
        ...(mapAt(job.node, 'services')?.entries ?? []).map(({ key, value }): [YamlNode, string] => [
          value,
          `${job.id}/services/${key.text}`,
        ]),
      ];
      for (const [node, key] of places) {
        const password = scalarAt(node, 'credentials', 'password');
        if (!password || password.value === null || password.text.trim() === '' || password.text.includes('${{'))
          continue;
        yield {
          range: password.range,
          key: `${key}/password`,
          message: {
            what: `The password for the registry of ${quote(key.split('/').slice(1).join(' '))} in ${quote(job.id)} is written out.`,
            why: 'Everybody who can read the repository, and every copy of its history, has it.',
            remedy: `Revoke it, store a new one as a secret and write ${quote('password: ${{ secrets.REGISTRY_PASSWORD }}')}.`,
          },
        };
      }
    }
  },
};
