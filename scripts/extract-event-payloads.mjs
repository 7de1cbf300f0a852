/**
 * Cuts GitHub's description of its webhooks down to the names of the properties that an event brings to a workflow. The
 * whole description is 60 MB, so it is no dependency:
 *
 *   npm pack @octokit/openapi-webhooks@12.1.0       in a folder outside of the project, then unpack it
 *   node scripts/extract-event-payloads.mjs FOLDER/package/generated/api.github.com.json
 */
import { readFileSync, writeFileSync } from 'node:fs';

/** Events that start workflows and whose payload is a webhook's. */
const EVENTS = [
  ...['branch_protection_rule', 'check_run', 'check_suite', 'create', 'delete', 'deployment', 'deployment_status'],
  ...['discussion', 'discussion_comment', 'fork', 'gollum', 'issue_comment', 'issues', 'label', 'merge_group'],
  ...['milestone', 'page_build', 'public', 'pull_request', 'pull_request_review', 'pull_request_review_comment'],
  ...[
    'push',
    'registry_package',
    'release',
    'repository_dispatch',
    'status',
    'watch',
    'workflow_dispatch',
    'workflow_run',
  ],
];

/** What these hold depends on more than the event, or the description tells it by halves. */
const OPEN = new Set([
  ...['app', 'changes', 'client_payload', 'custom_properties', 'enterprise', 'inputs', 'installation', 'payload'],
  ...['performed_via_github_app', 'permissions', 'reactions', 'registry', 'package_version', 'output'],
]);

/** Is the same thing in every event, and some of their descriptions are older than others. */
const SHARED = new Set(['repository', 'organization', 'sender']);

/** Sent, and not described there, by the property or the event that has them. */
const UNDESCRIBED = {
  comment: ['minimized', 'pin'],
  issue: ['pinned_comment'],
  issues: ['issue_field', 'issue_field_value'],
  organization: ['email', 'html_url', 'name'],
  pull_request: ['stack'],
  repo: ['has_pull_requests', 'pull_request_creation_policy'],
  repository: ['has_pull_requests', 'master_branch', 'public', 'pull_request_creation_policy', 'stargazers'],
};

const DEPTH = 5;

const SCALARS = { boolean: 'boolean', integer: 'number', number: 'number', string: 'text' };
const MARKS = { boolean: '=b', number: '=n', text: '' };

const path = process.argv[2];
if (path === undefined) {
  console.error('Usage: node scripts/extract-event-payloads.mjs PATH/TO/api.github.com.json');
  process.exit(2);
}
const description = JSON.parse(readFileSync(path, 'utf8'));
const webhooks = Object.values(description.webhooks ?? description['x-webhooks']).map(({ post }) => post);
const schemas = new Map(EVENTS.map((event) => [event, schemasOf(event)]));
const shared = new Map([...SHARED].map((name) => [name, sharedShape(name)]));

const names = new Map();
const shapes = {};
const events = Object.fromEntries(
  EVENTS.map((event) => [event, nameOf(completed(event, shapeOf(schemas.get(event), DEPTH)), event)]),
);
const target = new URL('../src/rules/workflow/events/event-payloads.ts', import.meta.url);
writeFileSync(target, render());

function schemasOf(event) {
  const found = webhooks.filter((post) => post['x-github'].subcategory === event);
  if (found.length === 0) throw new Error(`${event} is not in ${path}`);
  return found.map((post) => post.requestBody.content['application/json'].schema);
}

function resolve(schema) {
  let found = schema;
  while (found.$ref) found = description.components.schemas[found.$ref.split('/').at(-1)];
  return found;
}

/** A schema and all that it may be or is made of. */
function partsOf(schema) {
  const found = resolve(schema);
  return [found, ...[...(found.oneOf ?? []), ...(found.anyOf ?? []), ...(found.allOf ?? [])].flatMap(partsOf)];
}

/**
 * Property -> shape, `{ list: shape }` for a list, `boolean`, `number` or `text`; undefined for what may be or hold
 * anything.
 */
function shapeOf(given, depth) {
  const parts = given.flatMap(partsOf);
  const scalar = scalarOf(parts);
  if (scalar) return scalar;
  const items = parts.flatMap((part) => (part.items ? [part.items] : []));
  if (items.length > 0) return { list: depth > 0 ? shapeOf(items, depth) : undefined };
  const properties = new Map();
  for (const part of parts) {
    for (const [name, schema] of Object.entries(part.properties ?? {}))
      properties.set(name, [...(properties.get(name) ?? []), schema]);
    const composed = part.oneOf ?? part.anyOf ?? part.allOf;
    if (part.type === 'object' && !part.properties && !composed) return undefined;
    if (part.additionalProperties) return undefined;
  }
  if (properties.size === 0 || depth === 0) return undefined;
  return Object.fromEntries([...properties].sort().map(([name, found]) => [name, propertyShape(name, found, depth)]));
}

/** Where it is a single value of one type, or none at all. */
function scalarOf(parts) {
  const types = new Set(parts.flatMap(({ type }) => type ?? []).filter((type) => type !== 'null'));
  const [scalar, ...others] = new Set([...types].map((type) => SCALARS[type]));
  return others.length === 0 ? scalar : undefined;
}

function propertyShape(name, found, depth) {
  if (OPEN.has(name)) return undefined;
  if (depth === DEPTH && shared?.has(name)) return shared.get(name);
  return completed(name, shapeOf(found, depth - 1));
}

function completed(name, shape) {
  if (typeof shape !== 'object' || 'list' in shape) return shape;
  return { ...Object.fromEntries((UNDESCRIBED[name] ?? []).map((extra) => [extra, undefined])), ...shape };
}

function sharedShape(name) {
  const found = [...schemas.values()]
    .flat()
    .flatMap(partsOf)
    .flatMap(({ properties }) => properties?.[name] ?? []);
  return completed(name, shapeOf(found, 2));
}

/** The name under which a shape stands in the table, named after the first property that has it. */
function nameOf(shape, wanted) {
  const text = Object.entries(shape)
    .map(([name, inner]) => `${name}${typeOf(inner, name)}`)
    .sort()
    .join(' ');
  const known = names.get(text);
  if (known) return known;
  let name = wanted;
  for (let count = 2; name in shapes; count++) name = `${wanted}_${count}`;
  names.set(text, name);
  shapes[name] = text;
  return name;
}

function typeOf(shape, name) {
  if (!shape) return '=?';
  if (typeof shape === 'string') return MARKS[shape];
  if (!('list' in shape)) return `:${nameOf(shape, name)}`;
  return `[]${typeOf(shape.list, name)}`;
}

function render() {
  const line = ([name, text]) => `  ${name}: ${JSON.stringify(text).replaceAll('"', "'")},`;
  return [
    '/**',
    ' * What an event brings to a workflow as `github.event`: shapes by name, each the properties that it has. `a` is a text,',
    ' * `a=b` a boolean, `a=n` a number, `a:b` an object of the shape `b`, `a[]:b` a list of them; `a=?` may be anything.',
    ` * Made by scripts/extract-event-payloads.mjs of GitHub's description of its webhooks, ${description.info.version}.`,
    ' */',
    'export const SHAPES: Readonly<Record<string, string>> = {',
    ...Object.entries(shapes).sort().map(line),
    '};',
    '',
    '/** The shape of each event. Events that are not here may bring anything. */',
    'export const EVENT_SHAPES: Readonly<Record<string, string>> = {',
    ...Object.entries(events).map(line),
    '};',
    '',
  ].join('\n');
}
