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
    'max_tokens: 512',
  ])('%s', (line) => {
    expect(redact(line)).toBe(line);
  });
});
