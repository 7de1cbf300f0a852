import { describe, expect, test } from '@jest/globals';
import { redact } from '../../src/judge/redact.ts';

// Put together here, so that no scanner takes this file for a leak.
const glue = (...parts: string[]) => parts.join('');

describe('credentials never reach the model', () => {
  test.each([
    ['an AWS key', glue('AKIA', 'IOSFODNN7EXAMPLE')],
    ['a classic GitHub token', glue('ghp', '_', 'a1B2'.repeat(9))],
    ['a stateless GitHub token', glue('ghs', '_123456_eyJhbGciOi.', 'eyJpc3MiOi', '.c2ln-bmF_0dXJl')],
    ['a fine-grained GitHub token', glue('github', '_pat_', '11ABCDE'.repeat(4))],
    ['an Anthropic key', glue('sk-', 'ant-api03-', 'abcDEF123_'.repeat(3))],
    ['a Hugging Face token', glue('hf', '_', 'AbCdEf'.repeat(5))],
    ['a Slack token', glue('xox', 'b-123456789012-abcdef')],
    ['a JSON web token', glue('eyJhbGciOiJI', 'UzI1NiJ9.eyJzdWIiOiIx', 'MjM0NTY3ODkwIn0.abc-_def')],
    ['a bearer token', glue('Authorization: Bearer ', 'abc123def456ghi789')],
    ['a password in a connection', glue('postgres://app:', 'hunter22', '@db/prod')],
    ['a quoted password', glue('password = "', 'hunter22', '"')],
    ['a secret in YAML', glue('  clientSecret: ', 'Zm9vYmFyMTIz')],
    ['a default in Python', glue('os.environ.get("API_TOKEN", "', 'abcd1234', '")')],
    ['a Bedrock key', glue('ABSK', 'QmVkcm9ja0FQSUtleS1h'.repeat(4))],
    ['an Azure client secret', glue('client: ', 'abc8', 'Q~', 'xYz12_-.~aB34cD56eF78gH90iJ12kL34mN')],
    ['a token of a chat bot', glue('bot', ' 1234567890:', 'AAH', 'abcdefGHIJKLmnopqrstuvwxyz123456')],
    ['a chat webhook', glue('https://discord.com/api/', 'webhooks/123456789012345678/', 'abcDEF123abcDEF123')],
    ['a Terraform Cloud token', glue('a1b2C3d4E5f6G7', '.atlasv1.', 'z9Y8x7W6v5U4t3S2r1Q0'.repeat(3))],
    ['a Pulumi token', glue('pul-', '0123456789abcdef'.repeat(3))],
    ['a Doppler token', glue('dp.st.', 'prd.', 'a1B2c3D4'.repeat(5))],
    ['an age key', glue('AGE-SECRET-', 'KEY-1', 'QPZRY9X8GF2TVDW0'.repeat(3))],
    ['a Grafana token', glue('glsa', '_', 'a1B2c3D4'.repeat(5))],
    ['an Atlassian token', glue('ATATT3', 'xFfGF0', 'a1B2c3D4'.repeat(5))],
    ['a Shopify token', glue('shpat', '_', '0123456789abcdef'.repeat(2))],
    ['a key of another model', glue('gsk', '_', 'a1B2c3D4'.repeat(5))],
    ['a password after a name on a command line', glue('curl -u deploy:', 'hunter22', ' https://x')],
    ['a password for a registry', glue('docker login -u ci -p ', 'hunter22', ' registry')],
    ['a password in a netrc', glue('machine x login ci password ', 'hunter22')],
    ['the value of a container’s variable', glue('- name: DB_PASSWORD\n+  value: ', 'hunter22')],
    ['a storage key', glue('AccountKey=', 'abcdEFGH1234', '==;EndpointSuffix=x')],
  ])('%s', (_what, text) => {
    const secrets = text.split(/[\s"=:@;]+/).filter((part) => /\d/.test(part) || part.startsWith('Zm9v'));
    const result = redact(text);
    expect(result).toContain('[redacted: ');
    for (const secret of secrets.filter((part) => part.length > 7)) {
      expect(result).not.toContain(secret);
    }
  });

  test('a private key is taken out whole, and lines keep their number', () => {
    const key = [
      '+-----BEGIN RSA ',
      'PRIVATE KEY-----\n+MIIEow\n+abc=\n+-----END RSA ',
      'PRIVATE KEY-----\n+next',
    ].join('');
    const result = redact(key);
    expect(result).not.toMatch(/MIIE|abc=/);
    expect(result.split('\n')).toHaveLength(5);
    expect(result.split('\n')[4]).toBe('+next');
  });

  test('a private key whose end is not in the hunk is taken out as well', () => {
    expect(redact(['-----BEGIN ', 'PRIVATE KEY-----\n+MIIEow\n+abcd'].join(''))).not.toMatch(/MIIE|abcd/);
  });
});

test.each([
  ['password: ', 'admin'],
  ['DB_PASS=', 's3cr'],
  ['MYSQL_PWD: ', 'r00t'],
])('short passwords are passwords: %s', (name, value) => {
  expect(redact(`${name}${value}`)).toBe(`${name}[redacted: value]`);
});

describe('personal data never reaches the model', () => {
  test.each([
    ['an e-mail address', '# ask jane.doe@acme.io first', '# ask [redacted: e-mail address] first'],
    ['the author of a page', 'author: Jane Doe', 'author: [redacted: name]'],
    ['authors of a package', 'authors = ["Jane Doe <jane@acme.io>"]', 'authors = [redacted: name]'],
    ['the maintainer of an image', '+MAINTAINER Jane Doe', '+MAINTAINER [redacted: name]'],
    ['a label of an image', 'LABEL maintainer="Jane Doe"', 'LABEL maintainer=[redacted: name]'],
    [
      'a label of the standard',
      'LABEL org.opencontainers.image.authors="Jane"',
      'LABEL org.opencontainers.image.authors=[redacted: name]',
    ],
    ['who signed off', 'Signed-off-by: Jane Doe <jane@acme.io>', 'Signed-off-by: [redacted: name]'],
    ['who wrote it as well', 'Co-authored-by: Jane <jane@acme.io>', 'Co-authored-by: [redacted: name]'],
    ['a mention in a comment', 'x = 1  # see @jane-doe for why', 'x = 1  # see [redacted: name] for why'],
    ['somebody’s task', '# TODO(jane): drop it', '# TODO([redacted: name]): drop it'],
    ['the name that git uses', 'git config user.name "Jane Doe"', 'git config user.name [redacted: name]'],
    ['a public address', 'cidr = "81.2.69.142/32"', 'cidr = "[redacted: IP address]/32"'],
    ['a public address of version 6', 'ip: 2a02:8109:9ec0::1', 'ip: [redacted: IP address]'],
    ['a phone number', 'pager: "+49 30 901820"', 'pager: "[redacted: phone number]"'],
    ['an American phone number', 'call (555) 123-4567', 'call [redacted: phone number]'],
  ])('%s', (_what, text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  test.each([
    'uses: actions/checkout@v4.2.2',
    'uses: acme/deploy@v1.beta',
    '@app.route("/predict")',
    '@dataclass',
    '# @acme/platform owns it',
    'git clone git@github.com:acme/churn.git',
    'member = "serviceAccount:ci@acme.iam.gserviceaccount.com"',
    'git config user.email "41898282+github-actions[bot]@users.noreply.github.com"',
    'cidr_blocks = ["0.0.0.0/0"]',
    'server: 10.0.12.4',
    'host: 192.168.1.10',
    'torch==2.1.0.1',
    'version: v1.2.3.4',
    'run: echo 2024-11-20T10:00:00',
    '+1234567890',
    'image: registry/x@sha256:0123456789abcdef',
    'buckets: 300-600-900',
    'maintainers: ${{ vars.MAINTAINERS }}',
  ])('and what is none stays: %s', (line) => {
    expect(redact(line)).toBe(line);
  });

  test('lines keep their number', () => {
    const text = ['author: Jane', 'MAINTAINER Jane', '- name: API_TOKEN', '  value: abcdef123', 'end'].join('\n');
    expect(redact(text).split('\n')).toHaveLength(5);
  });
});

describe('hostile text', () => {
  test.each([
    ['names', 'password'.repeat(4000)],
    ['a name and white space', `password:${' '.repeat(40_000)}`],
    ['addresses', 'a@b.'.repeat(10_000)],
    ['a long local part', `${'a.'.repeat(20_000)}@`],
    ['numbers', '1.'.repeat(20_000)],
    ['phone digits', `x +${'1 2'.repeat(15_000)}`],
    ['names on lines', 'name: token\n'.repeat(4000)],
    ['comments', ' # @a'.repeat(10_000)],
    ['logins', 'login '.repeat(8000)],
    ['groups of an address', '2001:'.repeat(10_000)],
    ['keys', '-----BEGIN PRIVATE KEY-----'.repeat(2000)],
  ])('takes no longer than its length asks for: %s', (_what, text) => {
    // What the processor spends, not the clock: other programs may run meanwhile.
    const started = process.cpuUsage();
    redact(text);
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1000).toBeLessThan(1000);
  });
});

describe('what only speaks of secrets stays', () => {
  test.each([
    'token: ${{ secrets.GITHUB_TOKEN }}',
    'id-token: write',
    'secrets: inherit',
    'password = var.db_password',
    'password = "${var.db_password}"',
    'password = data.aws_ssm_parameter.db.value',
    'token = os.environ["API_TOKEN"]',
    'curl -H "Authorization: Bearer $TOKEN"',
    'secretName: model-registry',
    'image: docker://alpine:3.20@sha256:0123456789abcdef0123456789abcdef',
    'uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683',
    'DATABASE_URL=postgres://app:${DB_PASSWORD}@db/prod',
    'max_tokens: 4096',
    'bypass: always-on-main',
    'password: true',
    'password: null',
    'PASSWORD_FILE: /run/secrets/db',
    'docker login -u ci -p "$TOKEN"',
  ])('%s', (line) => {
    expect(redact(line)).toBe(line);
  });
});
