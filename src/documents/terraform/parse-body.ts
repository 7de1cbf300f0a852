import type { ParseProblem, SourceComment } from '../../types.ts';
import { syntaxProblems } from '../syntax-tree/syntax-problems.ts';
import { walkTree } from '../syntax-tree/walk-tree.ts';
import { parseTree, type SyntaxNode, type SyntaxTree } from '../syntax-tree.ts';
import type { TerraformView } from '../terraform.ts';
import { toBody } from './to-body.ts';
import { type Chunk, topLevelChunks } from './top-level-chunks.ts';

interface ParsedBody {
  readonly body: TerraformView;
  readonly comments: readonly SourceComment[];
  readonly problems: readonly ParseProblem[];
}

/** Parses a file; where it has an error, block by block, so that one bad block does not take its neighbours along. */
export function parseBody(source: string): ParsedBody {
  const tree = parseTree('hcl', source);
  if (!tree.hasError) {
    return {
      body: bodyOf(tree, source),
      comments: commentsOf(tree.root, source),
      problems: syntaxProblems(tree, source, 'Terraform', 'partial'),
    };
  }
  const chunks = topLevelChunks(source);
  if (tree.problem?.severity === 'fatal' || chunks.length === 0) return nothing(tree, source);
  return parseChunks(source, chunks, tree);
}

function parseChunks(source: string, chunks: readonly Chunk[], whole: SyntaxTree): ParsedBody {
  const trees = chunks.map((chunk) => parseTree('hcl', chunk.text, { offset: chunk.offset }));
  const sound = trees.filter((tree) => !tree.hasError);
  const bodies = sound.map((tree) => bodyOf(tree, source));
  const body = { blocks: bodies.flatMap((one) => one.blocks), attributes: bodies.flatMap((one) => one.attributes) };
  if (body.blocks.length + body.attributes.length === 0) return nothing(whole, source);
  const problems = trees.flatMap((tree) => syntaxProblems(tree, source, 'Terraform', 'partial').slice(0, 1));
  return { body, comments: sound.flatMap((tree) => commentsOf(tree.root, source)), problems };
}

function nothing(tree: SyntaxTree, source: string): ParsedBody {
  const problems = syntaxProblems(tree, source, 'Terraform', 'fatal');
  return { body: { blocks: [], attributes: [] }, comments: commentsOf(tree.root, source), problems };
}

function bodyOf(tree: SyntaxTree, source: string): TerraformView {
  const body = tree.root.children.find((node) => node.type === 'body');
  return body ? toBody(body, source) : { blocks: [], attributes: [] };
}

function commentsOf(root: SyntaxNode, source: string): readonly SourceComment[] {
  const comments = [...walkTree(root)].filter((node) => node.type === 'comment');
  return comments.map((node) => toComment(node, source));
}

function toComment(node: SyntaxNode, source: string): SourceComment {
  const raw = source.slice(node.start, node.end).trimEnd();
  const text = raw.replace(/^(?:#|\/\/|\/\*)/, '').replace(raw.startsWith('/*') ? /\*\/$/ : /$^/, '');
  return { range: { start: node.start, end: node.start + raw.length }, text: text.trim() };
}
