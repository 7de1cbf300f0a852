import type { ComposeDocument, ComposeService } from '../../documents/compose.ts';
import { itemsAt, textAt } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type Mount, readMounts } from './services/read-mounts.ts';

/** Proxies that let through only the calls they are told to: the way to give others access (https://docs.docker.com/engine/security/protect-access/). */
const SOCKET_PROXY = /(^|\/)(docker-)?socket-proxy([:@]|$)/;
/** Programs that are made to look at, or to steer, other containers. */
const CONSUMER =
  /(^|\/)(traefik|watchtower|portainer(-ce|-ee)?|dozzle|cadvisor|promtail|autoheal|diun|homepage|nginx-proxy|docker-gen|swag|dockge|ouroboros|agent|datadog|telegraf|fluent-bit|vector|alloy|netdata|glances|beszel-agent)([:@]|$)/;

export const composeDockerSocket: Rule<ComposeDocument> = {
  id: 'compose-docker-socket',
  kinds: ['compose'],
  title: 'Container can control the Docker host',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    kics: ['d6355c88-1e8d-49e9-b2f2-f8a1ca12c75b', 'docker_socket_mounted_in_container'],
    semgrep: ['exposing-docker-socket-volume'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    let found = 0;
    for (const service of document.view.services) {
      for (const mount of readMounts(service)) {
        if (!SOCKET.test(mount.source)) continue;
        found += 1;
        if (!isGuarded(service, mount)) yield problem(service, mount);
      }
    }
    const [first] = document.view.services;
    if (first && found === 0)
      yield { proof: `0 of ${document.view.services.length} services mount a runtime socket`, range: first.nameRange };
  },
};

const SOCKET = /(docker|podman|containerd|crio)\.sock\}?$/;

/** A filtering proxy that reads the socket and that only containers of its own network reach. */
function isGuarded({ node }: ComposeService, { readOnly }: Mount): boolean {
  return readOnly && SOCKET_PROXY.test(textAt(node, 'image') ?? '') && itemsAt(node, 'ports').length === 0;
}

/** A container that people develop in starts others beside itself; it runs on their own machines. */
function isWorkplace({ name }: ComposeService): boolean {
  return /^dev-?container$/i.test(name);
}

function problem(service: ComposeService, { source, readOnly, node: volume }: Mount): Observation {
  const { name, node } = service;
  const image = textAt(node, 'image') ?? '';
  const expected = SOCKET_PROXY.test(image) || CONSUMER.test(image) || isWorkplace(service);
  return {
    range: volume.range,
    key: name,
    ...(expected ? { severity: 'medium' as const, confidence: 'likely' as const } : {}),
    message: {
      what: `The service ${quote(name)} mounts ${quote(source)}${readOnly ? ', read-only' : ''}.`,
      why: `Over the socket it can start a container that owns the host: who gets into the service has everything.${readOnly ? ' Read-only protects the file, not the API behind it.' : ''}`,
      remedy: SOCKET_PROXY.test(image)
        ? 'Mount it read-only, publish no port of the proxy, and allow only the calls that are needed.'
        : expected
          ? 'Put a socket proxy in between that allows only the calls it needs.'
          : 'Remove the mount; what builds images can use a builder without the socket, what watches containers a filtering proxy.',
    },
  };
}
