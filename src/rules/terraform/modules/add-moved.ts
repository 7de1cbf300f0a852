import type { Fix } from '../../../types.ts';
import type { AddressedBlock } from './addressed-blocks.ts';

/** Adds a `moved` block behind the block that has the new name. */
export function addMoved(address: string, { address: to, block, document }: AddressedBlock): Fix {
  const at = block.range.end;
  const text = `\n\nmoved {\n  from = ${address}\n  to   = ${to}\n}`;
  const ending = document.source.includes('\r\n') ? '\r\n' : '\n';
  return {
    title: `Move ${address} to ${to}`,
    safety: 'safe',
    edits: [{ path: document.path, range: { start: at, end: at }, text: text.replaceAll('\n', ending) }],
  };
}
