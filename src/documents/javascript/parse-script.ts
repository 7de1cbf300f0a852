import { type AnyNode, type Program, parse, type Token, tokTypes } from 'acorn';
import { childrenOf } from './children-of.ts';
import { type FilledScript, filledScript } from './filled-script.ts';

/** `not parsed`: it is no JavaScript before GitHub fills it in, or nests deeper than anybody writes. */
export type ScriptProblem = 'too long' | 'not parsed';

export interface ParsedScript {
  readonly script: FilledScript;
  /** Every node, in front of those in it. */
  readonly nodes: readonly PlacedNode[];
}

export interface PlacedNode {
  readonly node: AnyNode;
  readonly children: readonly AnyNode[];
  readonly inFunction: boolean;
}

/** Longer ones are bundles, which nobody writes into a workflow. */
const MAX_LENGTH = 100_000;
/** The parser tells each block of every variable in it, and compares each named group of a pattern with the others. */
const MAX_NESTED = 200;
const MAX_GROUPS = 100;

/** Parses the body of an async function, which is what actions/github-script makes of a script. */
export function parseScript(text: string): ParsedScript | { readonly problem: ScriptProblem } {
  if (text.length > MAX_LENGTH) return { problem: 'too long' };
  if (text.split('(?<').length > MAX_GROUPS) return { problem: 'not parsed' };
  const script = filledScript(text);
  const program = parseProgram(script.masked);
  return program ? { script, nodes: nodesIn(program) } : { problem: 'not parsed' };
}

function parseProgram(text: string): Program | undefined {
  try {
    return parse(text, {
      ecmaVersion: 'latest',
      sourceType: 'script',
      allowAwaitOutsideFunction: true,
      allowReturnOutsideFunction: true,
      allowHashBang: true,
      onToken: boundNesting(),
    });
  } catch (error) {
    // The parser calls itself for what is nested, and tells of most stacks that overflow as of an error of syntax.
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

const { braceL, braceR, bracketL, bracketR, dollarBraceL, parenL, parenR } = tokTypes;

function boundNesting(): (token: Token) => void {
  let open = 0;
  return ({ type }) => {
    if (type === braceL || type === bracketL || type === parenL || type === dollarBraceL) open += 1;
    if (type === braceR || type === bracketR || type === parenR) open -= 1;
    if (open > MAX_NESTED) throw new RangeError('Too many brackets are open.');
  };
}

function nodesIn(program: AnyNode): PlacedNode[] {
  const nodes: PlacedNode[] = [];
  const left = [{ node: program, inFunction: false }];
  for (let next = left.pop(); next; next = left.pop()) {
    const { node, inFunction } = next;
    const children = childrenOf(node);
    nodes.push({ node, children, inFunction });
    const within = inFunction || /Function/.test(node.type);
    for (const child of children.toReversed()) left.push({ node: child, inFunction: within });
  }
  return nodes;
}
