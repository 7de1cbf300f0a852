import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Parser } from 'web-tree-sitter';

export type GrammarName = 'hcl' | 'python' | 'bash';

export interface Grammar {
  readonly parser: Parser;
  /** Type names by id: asking the grammar for each node would cross into wasm. */
  readonly types: readonly string[];
  readonly named: readonly boolean[];
  /** Field names by id. */
  readonly fields: readonly (string | null)[];
}

const WASM: Readonly<Record<GrammarName, string>> = {
  hcl: '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm',
  python: 'tree-sitter-python/tree-sitter-python.wasm',
  bash: 'tree-sitter-bash/tree-sitter-bash.wasm',
};

const loading = new Map<GrammarName, Promise<void>>();
const loaded = new Map<GrammarName, Grammar>();
let runtime: Promise<typeof import('web-tree-sitter')> | undefined;

/** Loads what `parseTree` needs; each grammar is loaded once in the life of the process. */
export async function loadGrammars(names: Iterable<GrammarName>): Promise<void> {
  await Promise.all([...new Set(names)].map(loadOnce));
}

/** A loaded grammar; throws where `loadGrammars` was forgotten. */
export function grammarFor(name: GrammarName): Grammar {
  const grammar = loaded.get(name);
  if (!grammar) throw new Error(`The ${name} grammar is not loaded; call loadGrammars(['${name}']) before parsing.`);
  return grammar;
}

function loadOnce(name: GrammarName): Promise<void> {
  const known = loading.get(name);
  if (known) return known;
  const promise = load(name).catch((cause: unknown) => {
    loading.delete(name);
    throw new Error(`The ${name} grammar could not be loaded from ${WASM[name]}.`, { cause });
  });
  loading.set(name, promise);
  return promise;
}

async function load(name: GrammarName): Promise<void> {
  runtime ??= startRuntime();
  const { Language, Parser } = await runtime;
  const language = await Language.load(await readFile(locate(WASM[name])));
  const parser = new Parser();
  parser.setLanguage(language);
  const ids = Array.from({ length: language.types.length }, (_, id) => id);
  loaded.set(name, {
    parser,
    types: ids.map((id) => language.nodeTypeForId(id) ?? ''),
    named: ids.map((id) => language.nodeTypeIsNamed(id)),
    fields: language.fields,
  });
}

async function startRuntime(): Promise<typeof import('web-tree-sitter')> {
  const module = await import('web-tree-sitter');
  await module.Parser.init({ wasmBinary: await readFile(locate('web-tree-sitter/web-tree-sitter.wasm')) });
  return module;
}

/** Beside the running bundle, or where the package manager put the package. */
function locate(specifier: string): string {
  const beside = fileURLToPath(new URL(`./${specifier.slice(specifier.lastIndexOf('/') + 1)}`, import.meta.url));
  return existsSync(beside) ? beside : createRequire(import.meta.url).resolve(specifier);
}
