import { attribute, blocksOf } from '../../../documents/terraform.ts';
import type { Backend } from './backend-of.ts';

/** The settings that together say which state a backend means; the last column may be missing. */
const IDENTITIES: Readonly<Record<string, readonly string[]>> = {
  s3: ['bucket', 'key'],
  azurerm: ['storage_account_name', 'container_name', 'key'],
  gcs: ['bucket', 'prefix'],
  http: ['address'],
  pg: ['conn_str', 'schema_name'],
  consul: ['address', 'path'],
  cos: ['bucket', 'prefix', 'key'],
  oss: ['bucket', 'prefix', 'key'],
  kubernetes: ['secret_suffix', 'namespace'],
};

/** Settings that lead to another store, or keep states apart within it, where they differ. */
const APART = [
  ...['endpoint', 'endpoints', 'region', 'profile', 'workspace_key_prefix', 'environment', 'config_path'],
  ...['config_context', 'subscription_id', 'tenant_id', 'resource_group_name'],
];

/** Which state a backend means, as a text to compare; undefined where part of it is set on the command line. */
export function stateAddress({ type, block }: Backend): string | undefined {
  if (type === 'cloud' || type === 'remote') return workspaceAddress({ type, block });
  const names = IDENTITIES[type];
  const values = names?.map((name) => literal(block, name));
  if (!values || values.includes(undefined)) return undefined;
  return JSON.stringify([type, ...values, ...APART.map((name) => literal(block, name) ?? null)]);
}

/** A single workspace by name; tags and prefixes stand for several. */
function workspaceAddress({ block }: Pick<Backend, 'type' | 'block'>): string | undefined {
  const [workspaces] = blocksOf(block, 'workspaces');
  const organization = literal(block, 'organization');
  const name = workspaces && literal(workspaces, 'name');
  if (organization === undefined || name === undefined) return undefined;
  return JSON.stringify(['workspace', literal(block, 'hostname') ?? null, organization, name]);
}

function literal(block: Parameters<typeof attribute>[0], name: string): string | undefined {
  const value = attribute(block, name)?.value;
  return value?.kind === 'literal' && value.value !== null ? String(value.value) : undefined;
}
