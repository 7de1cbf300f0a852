import { type Acceptance, parseAcceptance } from '../../policy/parse-acceptance.ts';

/** What somebody asks for in a comment. */
export type Command =
  | { readonly name: 'review' }
  | { readonly name: 'explain'; readonly rule: string }
  | { readonly name: 'ignore'; readonly rule: string; readonly reason: string }
  | { readonly name: 'contest'; readonly reason: string }
  /** Lifts the gate of one finding, or of all that a rule found; see `Acceptance`. */
  | ({ readonly name: 'accept' | 'waive' } & Acceptance)
  /** Something of ours that nobody can carry out: what is wrong with it, in words for its author. */
  | { readonly name: 'misunderstood'; readonly problem: string };

/** Characters of a reason that are kept. */
const MAX_REASON = 300;

/**
 * The command of a comment: its first line, when that begins with `/pipewright`. Quoted and fenced lines never count:
 * whoever quotes a command does not give it.
 */
export function parseCommand(body: string, now = new Date()): Command | undefined {
  const [line = ''] = body.trimStart().split(/\r?\n/, 1);
  const [call, name = '', ...words] = line.trim().split(/\s+/);
  if (call?.toLowerCase() !== '/pipewright') return undefined;
  const [rule = '', ...rest] = words;
  const reason = (name.toLowerCase() === 'contest' ? words : rest).join(' ').slice(0, MAX_REASON);
  switch (name.toLowerCase()) {
    case 'review':
      return { name: 'review' };
    case 'explain':
      return rule === '' ? misunderstood('`explain` needs the id of a rule') : { name: 'explain', rule };
    case 'ignore':
      return rule === '' || reason === ''
        ? misunderstood('`ignore` needs the id of a rule and a reason')
        : { name: 'ignore', rule, reason };
    case 'contest':
      return reason === '' ? misunderstood('`contest` needs a reason') : { name: 'contest', reason };
    case 'accept':
    case 'waive':
      return acceptance(name.toLowerCase() === 'accept' ? 'accept' : 'waive', words, now);
    default:
      return misunderstood(name === '' ? 'no command follows' : `\`${name.slice(0, 40)}\` is no command`);
  }
}

function acceptance(name: 'accept' | 'waive', words: readonly string[], now: Date): Command {
  const read = parseAcceptance(words, now);
  if (typeof read === 'string') return misunderstood(`\`${name}\`: ${read}`);
  if (name === 'waive' && read.subject === undefined)
    return misunderstood('`waive` needs a fingerprint or the id of a rule');
  return { name, ...read };
}

function misunderstood(problem: string): Command {
  return { name: 'misunderstood', problem };
}
