import { type AST, parseTOML } from 'toml-eslint-parser';
import type { ReadRequirements, Requirement } from '../requirements.ts';
import { isExact, normalise, toRequirement } from './to-requirement.ts';

/** Arrays of specifiers: [project] dependencies and extras, dependency groups. */
const LISTS = /^(project\.dependencies|project\.optional-dependencies\.[^.]+|dependency-groups\.[^.]+)$/;
/** Poetry's tables of name and version. */
const TABLES = /^tool\.poetry\.(dev-)?(dependencies)$|^tool\.poetry\.group\.[^.]+\.dependencies$/;

/** Reads the dependencies of a pyproject.toml, in the standard's form and in Poetry's. */
export function readPyproject(source: string): ReadRequirements {
  try {
    const program = parseTOML(source);
    const comments = program.comments.map(({ range: [start, end], value }) => ({
      range: { start, end },
      text: value.trim(),
    }));
    return {
      requirements: program.body[0].body.flatMap((node) => [...requirementsOf(node, [])]),
      options: [],
      comments,
      problems: [],
    };
  } catch (error) {
    const start = error instanceof Error && 'index' in error && typeof error.index === 'number' ? error.index : 0;
    const reason = error instanceof Error ? error.message.replace(/ \(\d+:\d+\)$/, '') : 'unreadable';
    const problem = {
      range: { start, end: start },
      severity: 'fatal' as const,
      message: `Not valid TOML: ${reason.slice(0, 200)}.`,
    };
    return { requirements: [], options: [], comments: [], problems: [problem] };
  }
}

function* requirementsOf(node: AST.TOMLTable | AST.TOMLKeyValue, prefix: readonly string[]): Generator<Requirement> {
  if (node.type === 'TOMLTable') {
    for (const entry of node.body) yield* requirementsOf(entry, node.resolvedKey.map(String));
    return;
  }
  const key = [...prefix, ...node.key.keys.map((part) => (part.type === 'TOMLBare' ? part.name : part.value))];
  const { value } = node;
  if (value.type === 'TOMLInlineTable' && !TABLES.test(key.slice(0, -1).join('.'))) {
    for (const entry of value.body) yield* requirementsOf(entry, key);
  }
  if (value.type === 'TOMLArray' && LISTS.test(key.join('.'))) yield* listed(value);
  if (TABLES.test(key.slice(0, -1).join('.'))) yield poetry(node, key.at(-1) ?? '');
}

function* listed(array: AST.TOMLArray): Generator<Requirement> {
  for (const element of array.elements) {
    if (element.type !== 'TOMLValue' || element.kind !== 'string') continue;
    const requirement = toRequirement(element.value, element.range[0] + 1);
    if (requirement) yield requirement;
  }
}

/** `name = "^1.2"` or `name = { version = "1.2", git = "...", rev = "..." }`. */
function poetry(node: AST.TOMLKeyValue, name: string): Requirement {
  const [start, end] = node.range;
  const values = new Map<string, string>();
  if (node.value.type === 'TOMLValue') values.set('version', String(node.value.value));
  if (node.value.type === 'TOMLInlineTable') {
    for (const { key, value } of node.value.body) {
      const [first] = key.keys;
      if (value.type === 'TOMLValue' && first)
        values.set(first.type === 'TOMLBare' ? first.name : first.value, String(value.value));
    }
  }
  const version = values.get('version') ?? '';
  return {
    name: normalise(name),
    specifier: version,
    exact: isExact(version) || /^\d+(\.\d+)*$/.test(version) || values.has('rev'),
    hashed: false,
    range: { start, end },
    nameRange: { start, end: start + name.length },
  };
}
