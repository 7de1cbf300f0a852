import type { ParseProblem, SourceComment } from '../../types.ts';
import { foldEvents, type UnusedAnchor } from './fold-events.ts';
import { joiningFlowLines } from './join-flow-lines.ts';
import { parseTolerantly } from './parse-tolerantly.ts';
import { scanComments } from './scan-comments.ts';
import type { YamlNode } from './yaml-node.ts';

/** A YAML stream: its documents, what is wrong with it, and its comments. */
export interface YamlStream {
  readonly roots: readonly YamlNode[];
  readonly problems: readonly ParseProblem[];
  readonly comments: readonly SourceComment[];
  readonly unusedAnchors: readonly UnusedAnchor[];
}

/**
 * Reads YAML. js-yaml is fast but gives nothing for a broken file, and refuses some that GitHub and Docker accept;
 * then `yaml` reads the same text tolerantly into the same nodes. Never throws.
 */
export function parseYaml(source: string): YamlStream {
  const shift = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  const text = shift ? ` ${source.slice(1)}` : source;
  const { roots, problems, unusedAnchors } = readRoots(shift ? source.slice(1) : source, shift);
  return { roots, problems, comments: scanComments(text, roots), unusedAnchors };
}

function readRoots(text: string, shift: number): Omit<YamlStream, 'comments'> {
  try {
    return joiningFlowLines(text, (one) => foldEvents(one, shift));
  } catch {
    // What is broken is told as such; its anchors are the least of it.
    return { ...parseTolerantly(text, shift), unusedAnchors: [] };
  }
}
