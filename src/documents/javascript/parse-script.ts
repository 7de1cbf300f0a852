import { type AnyNode, parse } from 'acorn';
import { childrenOf } from './children-of.ts';
import { type FilledScript, filledScript } from './filled-script.ts';

/** `syntax`: also where GitHub fills in code that does not stand for a value. */
export type ScriptProblem = 'too long' | 'too deep' | 'syntax';

export interface ParsedScript {
  readonly script: FilledScript;
  /** Every node, in front of those in it. */
  readonly nodes: readonly PlacedNode[];
}

export interface PlacedNode {
  readonly node: AnyNode;
  readonly inFunction: boolean;
}

/** Longer ones are bundles, which nobody writes into a workflow. */
const MAX_LENGTH = 100_000;

/** Parses the body of an async function, which is what actions/github-script makes of a script. */
export function parseScript(text: string): ParsedScript | { readonly problem: ScriptProblem } {
  if (text.length > MAX_LENGTH) return { problem: 'too long' };
  const script = filledScript(text);
  try {
    const program = parse(script.masked, {
      ecmaVersion: 'latest',
      sourceType: 'script',
      allowAwaitOutsideFunction: true,
      allowReturnOutsideFunction: true,
      allowHashBang: true,
    });
    return { script, nodes: nodesIn(program) };
  } catch (error) {
    if (error instanceof SyntaxError) return { problem: 'syntax' };
    // The parser calls itself for each bracket.
    if (error instanceof RangeError) return { problem: 'too deep' };
    throw error;
  }
}

function nodesIn(program: AnyNode): PlacedNode[] {
  const nodes: PlacedNode[] = [];
  const left: PlacedNode[] = [{ node: program, inFunction: false }];
  for (let next = left.pop(); next; next = left.pop()) {
    nodes.push(next);
    const inFunction = next.inFunction || /Function/.test(next.node.type);
    for (const node of childrenOf(next.node).reverse()) left.push({ node, inFunction });
  }
  return nodes;
}
