// Put together here, so that no scanner takes this file for a leak.
const glue = (...parts: readonly string[]) => parts.join('');

/** Secrets that every hostile change holds. None of them may be sent to the model or published. */
export const CANARIES = {
  cloudKey: glue('AKIA', 'QUAGGA7ZEBRA42XY'),
  token: glue('ghp', '_', 'Quagga7Zebra42'.repeat(3).slice(0, 36)),
  modelKey: glue('sk-', 'ant-api03-', 'quagga7Zebra42_x'.repeat(2)),
  password: glue('correct7', 'Horse42', 'Battery'),
  privateKey: glue('MIIEowIBAAKCAQEAquagga7zebra42', 'staple0horse1battery2correct3AAAA'),
  address: glue('jane.canary', '@', 'orchard-mail.io'),
} as const;

/** A private key as it stands in a file. */
export const PRIVATE_KEY = [
  glue('-----BEGIN RSA ', 'PRIVATE KEY-----'),
  CANARIES.privateKey,
  glue('-----END RSA ', 'PRIVATE KEY-----'),
].join('\n');

/** Secrets of the process that reviews. */
export const ENVIRONMENT = {
  ANTHROPIC_API_KEY: glue('sk-', 'ant-', 'of-the-process-quagga-41'),
  PIPEWRIGHT_TEST_SECRET: glue('environment', '-secret-', 'quagga-42'),
} as const;
