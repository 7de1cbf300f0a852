import { expect, test } from '@jest/globals';
import { check } from '../../../src/check/check.ts';
import { rules } from '../../../src/rules/index.ts';
import { projectOf } from '../../support/project-of.ts';

async function introduced(base: Record<string, string> | undefined, head: Record<string, string>): Promise<string[]> {
  const project = await projectOf(base, head);
  const { findings } = check(project, rules);
  return findings
    .filter(({ status, strictness }) => status === 'introduced' && strictness === 'regular')
    .map(({ rule }) => rule);
}

test('encryption that is switched off is told once', async () => {
  const text = (on: boolean) =>
    `resource "aws_db_instance" "ledger" {\n  engine            = "postgres"\n  storage_encrypted = ${on}\n}\n`;

  expect(await introduced({ 'main.tf': text(true) }, { 'main.tf': text(false) })).toEqual(['encryption-removed']);
});

test('encryption that is switched off under a name that the provider has changed is told once', async () => {
  const text = (setting: string) =>
    `resource "azurerm_storage_account" "letters" {\n  name = "letters"\n  ${setting}\n}\n`;
  const [old, renamed] = ['enable_https_traffic_only', 'https_traffic_only_enabled'];

  for (const name of [old, renamed])
    expect(await introduced({ 'main.tf': text(`${old} = true`) }, { 'main.tf': text(`${name} = false`) })).toEqual([
      'encryption-removed',
    ]);
  expect(await introduced({ 'main.tf': text(`${old} = true`) }, { 'main.tf': text(`${renamed} = true`) })).toEqual([]);
});

test('a protected resource with a new name is told once', async () => {
  const text = (name: string) =>
    `resource "aws_sqs_queue" "${name}" {\n  name = "orders"\n  lifecycle {\n    prevent_destroy = true\n  }\n}\n`;

  expect(await introduced({ 'main.tf': text('a') }, { 'main.tf': text('b') })).toEqual(['prevent-destroy-removed']);
});

test('deletion protection that is switched off is told once', async () => {
  const text = (on: boolean) =>
    `resource "aws_db_instance" "ledger" {\n  storage_encrypted   = true\n  deletion_protection = ${on}\n}\n`;

  expect(await introduced({ 'main.tf': text(true) }, { 'main.tf': text(false) })).toEqual(['prevent-destroy-removed']);
});

test('a firewall that opens to everybody is told once', async () => {
  const text = (source: string) =>
    `resource "aws_security_group" "a" {\n  ingress {\n    from_port   = 22\n    to_port     = 22\n    protocol    = "tcp"\n    cidr_blocks = ["${source}"]\n  }\n}\n`;

  expect(await introduced({ 'main.tf': text('10.0.0.0/24') }, { 'main.tf': text('0.0.0.0/0') })).toEqual([
    'aws-security-group-public-ssh',
  ]);
});

test('nothing of a secret is in a finding', async () => {
  const secret = 'kT9x2mQv7RwZ4pLs';
  const project = await projectOf(undefined, {
    'main.tf': `provider "datadog" {\n  api_key = "${secret}"\n}\nresource "aws_db_instance" "a" {\n  password = "${secret}"\n  user_data = <<EOF\nexport DB_PASSWORD=${secret}\nEOF\n}\n`,
  });
  const found = check(project, rules).findings.filter(({ rule }) => /secret-literal|static-credentials/.test(rule));

  expect(found.map(({ rule }) => rule).sort()).toEqual([
    'provider-static-credentials',
    'secret-literal',
    'secret-literal',
  ]);
  expect(JSON.stringify(found)).not.toContain(secret);
});
