import type { Fix } from '../../../types.ts';
import type { PublishedPort } from './read-ports.ts';

/** Publishes a port on the host's own address only; undefined where the address would have to be replaced. */
export function bindToLocalhost({ node }: PublishedPort): Fix | undefined {
  if (node.type !== 'scalar' || !/^\d/.test(node.text) || node.text.startsWith('0.0.0.0')) return undefined;
  const text = '127.0.0.1:';
  // A plain `5432:5432` may stay plain: the address makes it a string.
  const { start } = node.contentRange;
  return {
    title: 'Publish it on the host itself only',
    safety: 'review',
    edits: [{ range: { start, end: start }, text }],
  };
}
