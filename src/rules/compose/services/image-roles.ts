import type { ComposeService } from '../../../documents/compose.ts';
import { textAt } from '../../../documents/yaml/yaml-node.ts';

/** What an image is made for, by the names their projects use (November 2026). */
const ROLES = {
  /** Looks at the host, its processes and its other containers. */
  watcher:
    /(^|[/_-])(node-?exporter|process-exporter|cadvisor|netdata|promtail|alloy|datadog|agent|newrelic|infrastructure|telegraf|glances|vector|fluent-?(bit|d)|filebeat|metricbeat|auditbeat|opentelemetry-collector(-contrib)?|otel|falco|tetragon|beyla|parca|pyroscope|crowdsec|scrutiny|dozzle|beszel-agent|portainer(-ce|-ee)?)([-_:@]|$)/i,
  /** Finds devices, or answers for names and routes, in the network that the host is in. */
  network:
    /(^|[/_-])(home-?assistant|homebridge|avahi|mdns|plex|jellyfin|emby|unifi|omada|openvpn|wireguard|wg-easy|gluetun|tailscale|headscale|zerotier|netbird|cloudflared|pihole|adguardhome|unbound|coredns|dnsmasq|keepalived|haproxy|frr|bird|coturn|livekit|jitsi|freeswitch|asterisk|kamailio|samba|dhcp|netdata|suricata|zeek|ntopng|envoy|linkerd|istio)([-_:@]|$)/i,
  /** Runs containers, or a whole system, itself. */
  runtime: /(^|\/)(docker|dind|kind|k3s|k3d|podman|buildkit|binfmt|systemd)([:@/-]|$)/,
} as const;

export type ImageRole = keyof typeof ROLES;

/** Whether the image of a service, or else its name, is that of a program with this role. */
export function hasRole({ name, node }: ComposeService, role: ImageRole): boolean {
  const image = textAt(node, 'image');
  return ROLES[role].test(image ?? name);
}
