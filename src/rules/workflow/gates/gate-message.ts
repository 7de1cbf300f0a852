import type { Message, Severity } from '../../../types.ts';
import type { Gate } from './gate-signs.ts';

/** What to say of a gate that no longer blocks. */
export function gateMessage(what: string, gate: Gate): Message {
  return {
    what,
    why: `On the base a failing ${gate} stopped what follows; now it is green and nobody looks.`,
    remedy: 'Let it fail. Where a known failure is in the way, skip that one case by name and say until when.',
  };
}

/** Tests, scans, validations and evaluations decide what reaches people; linters and builds fail again soon enough. */
export function gateSeverity(gate: Gate): Severity {
  return gate === 'lint' || gate === 'build' ? 'medium' : 'high';
}
