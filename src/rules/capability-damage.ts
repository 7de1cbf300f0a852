/** Capabilities that lead to the host, or to others on it (man 7 capabilities), and how. HOST is what the container runs on. */
const DAMAGE: Readonly<Record<string, string>> = {
  ALL: 'With all capabilities root in the container can do what root on the HOST can.',
  SYS_ADMIN: 'It allows mounting file systems and much else: a few lines of shell lead from it to the HOST.',
  SYS_MODULE: 'It loads kernel modules: whoever gets in runs code in the kernel of the HOST.',
  SYS_PTRACE: 'It reads and changes the memory of other processes, with the secrets in it.',
  SYS_RAWIO: 'It reads and writes the memory and the disks of the HOST directly.',
  SYS_BOOT: 'It restarts the HOST, or starts another kernel.',
  DAC_READ_SEARCH: 'It opens every file of the HOST by its number, past all permissions.',
  BPF: 'It puts programs into the kernel of the HOST that see what all others do.',
  NET_ADMIN:
    'It changes routes, firewalls and addresses: the traffic of the container can be sent anywhere, past its policies.',
};

/** The name of a capability as the kernel has it, without `CAP_`. */
export function capabilityName(text: string): string {
  return text.toUpperCase().replace(/^CAP_/, '');
}

/** What a capability leads to, in a sentence; undefined for those that stay within the container. */
export function capabilityDamage(name: string, host: 'host' | 'node'): string | undefined {
  return Object.hasOwn(DAMAGE, name) ? DAMAGE[name]?.replaceAll('HOST', host) : undefined;
}
