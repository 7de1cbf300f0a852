import type { ComposeDocument, ComposeService } from '../../documents/compose.ts';
import { entryOf, isTrue, textAt, type YamlEntry } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

/** Images that run containers, or load drivers, themselves. */
const NEEDS_IT = /(^|\/)(docker|dind|kind|k3s|k3d|kindest\/node|podman|buildkit|binfmt|cadvisor|systemd)([:@/-]|$)/;

export const composePrivileged: Rule<ComposeDocument> = {
  id: 'compose-privileged',
  kinds: ['compose'],
  title: 'Service runs privileged',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    kics: ['ae5b6871-7f45-42e0-bb4c-ab300c4d2026'],
    semgrep: ['privileged-service'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ view }) {
    let found = 0;
    for (const service of view.services) {
      const entry = entryOf(service.node, 'privileged');
      if (!entry || !isTrue(entry.value)) continue;
      found += 1;
      yield problem(service, entry);
    }
    const [first] = view.services;
    if (first && found === 0)
      yield { proof: `0 of ${view.services.length} services run privileged`, range: first.nameRange };
  },
};

function problem({ name, node }: ComposeService, entry: YamlEntry): Observation {
  const byDesign = NEEDS_IT.test(textAt(node, 'image') ?? '');
  return {
    range: entry.range,
    key: `${name}/privileged`,
    ...(byDesign ? { severity: 'medium' as const, confidence: 'likely' as const } : {}),
    message: {
      what: `The service ${quote(name)} runs with ${quote('privileged: true')}.`,
      why: 'It has all capabilities and all devices of the host: who gets into it has the host, and everything that runs there.',
      remedy: byDesign
        ? 'If there is a variant of the image that runs without root, use that; else say so beside the line.'
        : `Drop it, and give it the one thing it needs with ${quote('cap_add')} or ${quote('devices')}.`,
    },
    fix: { title: 'Run without privileges', safety: 'review', edits: [{ range: entry.value.range, text: 'false' }] },
  };
}
