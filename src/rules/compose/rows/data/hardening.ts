import type { Row } from '../row.ts';

/** Fields that take rights away which few services use. */
export const hardening: readonly Row[] = [
  {
    id: 'compose-no-new-privileges',
    title: 'Service can gain privileges',
    severity: 'low',
    domain: 'security',
    aliases: {
      kics: ['27fcc7d6-c49b-46e0-98f1-6c082a6a2750', 'no_new_privileges_not_set'],
      semgrep: ['no-new-privileges'],
    },
    anyOf: [['security_opt']],
    is: /^no-new-privileges(?:[:=]\s*true)?$/,
    lacks: 'does not forbid new privileges',
    why: 'A program in the image that is set to run as root makes a user of the container root.',
    remedy: 'Add `security_opt: ["no-new-privileges:true"]`.',
  },
  {
    id: 'compose-writable-rootfs',
    title: 'Service can change its own programs',
    severity: 'low',
    domain: 'security',
    aliases: { semgrep: ['writable-filesystem-service'] },
    anyOf: [['read_only']],
    is: /^(true|yes|on|y)$/i,
    lacks: 'has a root file system that can be written to',
    why: 'Who gets in changes programs and configuration, and the container keeps that until it is made anew.',
    remedy: 'Set `read_only: true`, with `tmpfs` or a volume for the folders it writes to.',
  },
  {
    id: 'compose-capabilities-not-dropped',
    title: 'Service keeps all default capabilities',
    severity: 'low',
    domain: 'security',
    aliases: { kics: ['ce76b7d0-9e77-464d-b86f-c5c48e03e22d', 'container_capabilities_unrestricted'] },
    anyOf: [['cap_drop']],
    lacks: 'drops no capability',
    why: 'It has fourteen of them, among them raw sockets and changing owners of files; most programs use none.',
    remedy: 'Set `cap_drop: [ALL]`, and add the ones it needs with `cap_add`.',
  },
];
