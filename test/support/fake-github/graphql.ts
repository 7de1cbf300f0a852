import type { FakeState } from './state.ts';

/** GitHub shortens longer texts in GraphQL answers. */
const MAX_TEXT = 512_000;
const ALIAS = /^f(\d+): file\(path: \$p\1\) \{ \.\.\.entry \}$/;
const HEAD = /^query \(\$owner: String!, \$repo: String!, \$commit: GitObjectID!((?:, \$p\d+: String!)+)\) \{$/;

/** Answers the one query there is: files of a commit by path. A string says what is wrong with the query. */
export function answerGraphql(
  state: FakeState,
  body: { readonly query?: string; readonly variables?: object },
): object | string {
  const lines = (body.query ?? '').split('\n').map((line) => line.trim());
  const variables = (body.variables ?? {}) as Readonly<Record<string, string>>;
  const declared = HEAD.exec(lines[0] ?? '')?.[1]?.match(/\$p\d+/g);
  const aliases = lines.flatMap((line) => ALIAS.exec(line)?.[1] ?? []);
  if (declared?.length !== aliases.length || aliases.length === 0) return `unknown GraphQL query: ${body.query}`;
  if (lines.at(-1) !== FRAGMENT) return 'unknown GraphQL fragment';
  const missing = aliases.filter((index) => typeof variables[`p${index}`] !== 'string');
  if (missing.length > 0) return `GraphQL variables are missing: ${missing.join(', ')}`;
  const rows = new Map(state.git.tree(variables.commit ?? '').map((row) => [row.path, row]));
  const files = aliases.map((index) => {
    const row = rows.get(variables[`p${index}`] ?? '');
    return [`f${index}`, row === undefined ? null : entry(state, row)];
  });
  return { data: { repository: { object: Object.fromEntries(files) } } };
}

const FRAGMENT =
  'fragment entry on TreeEntry { oid mode size type object { ... on Blob { text isBinary isTruncated } } }';

type Row = ReturnType<FakeState['git']['tree']>[number];

function entry(state: FakeState, row: Row): object {
  const place = { oid: row.sha, mode: Number.parseInt(row.mode, 8), size: row.size ?? 0, type: row.type };
  if (row.type !== 'blob') return { ...place, object: {} };
  const content = state.git.blob(row.sha);
  const isBinary = content.subarray(0, 8000).includes(0);
  const text = isBinary ? null : content.subarray(0, MAX_TEXT).toString('utf8');
  return { ...place, object: { text, isBinary, isTruncated: content.length > MAX_TEXT } };
}
