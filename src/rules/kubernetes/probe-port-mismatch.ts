import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { entryOf, itemsAt, textAt, type YamlEntry } from '../../documents/yaml/yaml-node.ts';
import type { Problem, Rule } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { eachContainer, type PlacedContainer } from './pods/each-container.ts';
import { isPatchedElsewhere } from './pods/is-patched-elsewhere.ts';
import { isPortNumber, portNamesOf } from './ports/port-names.ts';
import { PROBES, type ProbeName } from './probes/probe-pair.ts';

const HANDLERS = ['httpGet', 'tcpSocket'];

export const probePortMismatch: Rule<KubernetesDocument> = {
  id: 'probe-port-mismatch',
  kinds: ['kubernetes'],
  title: 'Probe asks at a port that the container does not name',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { 'kube-linter': ['liveness-port', 'readiness-port', 'startup-port'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ path, view }, context) {
    for (const placed of eachContainer(view.objects)) {
      if (!placed.container.image) continue;
      for (const probe of PROBES) {
        const port = namedPort(placed, probe);
        if (!port || portNamesOf(placed.container).includes(textAt(port.value) ?? '')) continue;
        const isPatched = isPatchedElsewhere(placed.object, path, context, (other) =>
          eachContainer([other]).some(({ container }) => itemsAt(container.node, 'ports').length > 0),
        );
        if (!isPatched) yield problem(placed, probe, port);
      }
    }
  },
};

/** The port that a probe asks at by a name. */
function namedPort({ container }: PlacedContainer, probe: ProbeName): YamlEntry | undefined {
  const handlers = HANDLERS.map((name) => entryOf(entryOf(container.node, probe)?.value, name)?.value);
  const port = handlers.flatMap((handler) => entryOf(handler, 'port') ?? [])[0];
  const text = textAt(port?.value);
  return text === undefined || isPortNumber(text) || /[${}<>%]/.test(text) ? undefined : port;
}

const EFFECT: Readonly<Record<ProbeName, string>> = {
  readinessProbe: 'The probe never succeeds: the pods get no traffic, and the rollout waits until it is given up.',
  startupProbe: 'The probe never succeeds: the container never counts as started, and the rollout waits in vain.',
  livenessProbe: 'The probe cannot be made, so a program that hangs is never restarted.',
};

function problem({ container, object, key }: PlacedContainer, probe: ProbeName, port: YamlEntry): Problem {
  const name = textAt(port.value) ?? '';
  const names = portNamesOf(container);
  const [only] = names;
  return {
    range: port.range,
    key: `${key}/${probe}/port`,
    ...(probe === 'livenessProbe' ? { severity: 'medium' as const } : {}),
    message: {
      what: `The ${quote(probe)} of ${quote(container.name)} in ${quote(object.key)} asks at the port ${quote(name)}, but ${names.length === 0 ? 'the container names none' : `its ports are called ${quoteAll(names)}`}.`,
      why: EFFECT[probe],
      remedy: `Use the name or the number of a port of this container, or add ${quote(`name: ${name}`)} to the one that is meant.`,
    },
    ...(only && names.length === 1 && itemsAt(container.node, 'ports').length === 1
      ? {
          fix: {
            title: `Ask at ${only}`,
            safety: 'review' as const,
            edits: [{ range: port.value.range, text: only }],
          },
        }
      : {}),
  };
}
