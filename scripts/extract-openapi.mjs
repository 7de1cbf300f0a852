/**
 * Cuts GitHub's OpenAPI description down to the operations and webhooks that Pipewright uses, as JSON schemas without
 * descriptions and examples. The whole description is 402 MB, so it is no dependency:
 *
 *   npm pack @octokit/openapi@23.0.2       in a folder outside of the project, then unpack it
 *   node scripts/extract-openapi.mjs FOLDER/package/generated/api.github.com.json
 */
import { readFileSync, writeFileSync } from 'node:fs';

const OPERATIONS = [
  'GET /app',
  'GET /app/hook/config',
  'POST /app-manifests/{code}/conversions',
  'GET /rate_limit',
  'GET /app/installations',
  'POST /app/installations/{installation_id}/access_tokens',
  'GET /app/hook/deliveries',
  'POST /app/hook/deliveries/{delivery_id}/attempts',
  'GET /installation/repositories',
  'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls',
  'GET /repos/{owner}/{repo}/commits/{ref}',
  'GET /repos/{owner}/{repo}/commits/{ref}/check-runs',
  'GET /repos/{owner}/{repo}/compare/{basehead}',
  'GET /repos/{owner}/{repo}/git/blobs/{file_sha}',
  'GET /repos/{owner}/{repo}/git/matching-refs/{ref}',
  'GET /repos/{owner}/{repo}/git/trees/{tree_sha}',
  'POST /repos/{owner}/{repo}/check-runs',
  'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}',
  'GET /repos/{owner}/{repo}/pulls',
  'GET /repos/{owner}/{repo}/pulls/{pull_number}',
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/comments',
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/comments',
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/files',
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews',
  'PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}',
  'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'GET /repos/{owner}/{repo}/check-runs/{check_run_id}',
  'GET /repos/{owner}/{repo}/collaborators/{username}/permission',
  'GET /repos/{owner}/{repo}/git/matching-refs/{ref}',
  'POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions',
  'POST /repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions',
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies',
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/commits',
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews',
  'GET /repos/{owner}/{repo}/activity',
  'GET /orgs/{org}/teams/{team_slug}/memberships/{username}',
];

const WEBHOOKS = [
  'pull-request-opened',
  'pull-request-synchronize',
  'pull-request-reopened',
  'pull-request-ready-for-review',
  'pull-request-converted-to-draft',
  'pull-request-closed',
  'pull-request-edited',
  'check-run-rerequested',
  'check-run-requested-action',
  'issue-comment-created',
  'issue-comment-edited',
  'issue-comment-deleted',
  'pull-request-review-comment-created',
  'pull-request-review-comment-edited',
  'pull-request-review-comment-deleted',
  'check-suite-rerequested',
  'merge-group-checks-requested',
  'merge-group-destroyed',
];

const NOISE = new Set(['description', 'example', 'examples', 'summary', 'externalDocs', 'deprecated', 'x-github']);

const path = process.argv[2];
if (path === undefined) {
  console.error('Usage: node scripts/extract-openapi.mjs PATH/TO/api.github.com.json');
  process.exit(2);
}
const description = JSON.parse(readFileSync(path, 'utf8'));
const components = {};
const operations = Object.fromEntries(OPERATIONS.map((route) => [route, operation(route)]));
const webhooks = Object.fromEntries(WEBHOOKS.map((name) => [name, webhook(name)]));
const extract = { version: description.info.version, operations, webhooks, components };
const target = new URL('../test/support/openapi/github.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(extract)}\n`);

function operation(route) {
  const [method, url] = route.split(' ');
  const found = description.paths[url]?.[method.toLowerCase()];
  if (found === undefined) throw new Error(`${route} is not in ${path}`);
  const parameters = (found.parameters ?? []).map((parameter) => resolve(parameter));
  return {
    query: parameters
      .filter((parameter) => parameter.in === 'query')
      .map(({ name, required, schema }) => ({ name, required: required ?? false, schema: convert(schema) })),
    body: bodySchema(found.requestBody),
    responses: Object.fromEntries(
      Object.entries(found.responses).map(([status, response]) => [status, bodySchema(resolve(response))]),
    ),
  };
}

function webhook(name) {
  const found = description['x-webhooks'][name];
  if (found === undefined) throw new Error(`The webhook ${name} is not in ${path}`);
  return bodySchema(found.post.requestBody);
}

function bodySchema(holder) {
  const schema = holder?.content?.['application/json']?.schema;
  return schema === undefined ? null : convert(schema);
}

function resolve(node) {
  return node.$ref === undefined ? node : lookUp(node.$ref);
}

function lookUp(reference) {
  return reference
    .slice(2)
    .split('/')
    .reduce((node, key) => node[key], description);
}

/** An OpenAPI 3.0 schema as a JSON schema: `nullable` becomes a type, noise goes, what is referred to comes along. */
function convert(schema) {
  if (Array.isArray(schema)) return schema.map(convert);
  if (schema === null || typeof schema !== 'object') return schema;
  if (schema.$ref !== undefined) return { $ref: reference(schema.$ref) };
  const { nullable, ...rest } = schema;
  const converted = {};
  for (const [key, value] of Object.entries(rest)) {
    if (NOISE.has(key)) continue;
    converted[key] = key === 'properties' ? convertEach(value) : convert(value);
  }
  return nullable ? { anyOf: [converted, { type: 'null' }] } : converted;
}

function convertEach(properties) {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, convert(schema)]));
}

function reference(pointer) {
  const name = pointer.split('/').at(-1);
  if (components[name] === undefined) {
    components[name] = true;
    components[name] = convert(lookUp(pointer));
  }
  return `#/components/${name}`;
}
