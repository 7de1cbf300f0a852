import { type JsonNode, member, parseJson } from '../../documents/json-tree.ts';
import type { NotebookCell, NotebookDocument } from '../../documents/notebook.ts';
import type { Edit, Fix, Observation, Problem, Range, Rule } from '../../types.ts';
import { cardsIn, emailsIn, isPlaceholder, phonesIn, SECRETS } from './notebooks/leak-patterns.ts';

/** Fewer may be an author, a contact, a licence. */
const MANY = 5;
/** A string longer than this is a plot or a program. */
const MAX_LENGTH = 200_000;

export const notebookOutputLeak: Rule<NotebookDocument> = {
  id: 'notebook-output-leak',
  kinds: ['notebook'],
  title: 'Saved output holds a secret or personal data',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ view, source }) {
    const withOutput = view.cells.filter(({ outputs }) => outputs.length > 0);
    const leaks = withOutput.flatMap((cell) => leaksIn(cell).map((leak) => ({ cell, leak })));
    const tree = leaks.length > 0 ? parseJson(source).root : undefined;
    for (const { cell, leak } of leaks) yield problem(cell, leak, tree);
    const [first] = view.cells;
    if (first && leaks.length === 0)
      yield {
        proof: `${withOutput.length} saved outputs hold no secret that we know the form of, and no lists of people`,
        range: first.sourceRange,
      };
  },
};

/** The value itself is never kept. */
interface Leak {
  readonly what: string;
  readonly why: string;
  readonly remedy: string;
  readonly kind: string;
  readonly confidence: 'certain' | 'likely';
  readonly range: Range;
}

function leaksIn(cell: NotebookCell): readonly Leak[] {
  const texts = cell.outputs.flatMap(({ texts: all }) => all).filter(({ text }) => text.length <= MAX_LENGTH);
  const plain = texts.map(({ text, range }) => ({
    range,
    text: text.replace(/data:[\w/+.-]{1,60};base64,[A-Za-z0-9+/=]+/g, ''),
  }));
  return [...secretsIn(plain), ...peopleIn(plain)];
}

type Lines = readonly { readonly text: string; readonly range: Range }[];

/** Each kind of secret once per cell, where it stands first. */
function secretsIn(lines: Lines): readonly Leak[] {
  return SECRETS.flatMap(({ kind, pattern, group }): Leak[] => {
    for (const { text, range } of lines) {
      const value = [...text.matchAll(pattern)].map((match) => match[group] ?? '').find((one) => !isPlaceholder(one));
      if (value === undefined) continue;
      return [
        {
          what: `A saved output shows ${kind}${kind.includes('private') ? '' : ` (${value.length} characters)`}.`,
          why: 'Everybody who can read this repository, now or later, can use it; deleting the line does not take it out of the history.',
          remedy: 'Revoke it first, then clear the output, and read it from the environment without printing it.',
          kind,
          confidence: 'certain',
          range,
        },
      ];
    }
    return [];
  });
}

function peopleIn(lines: Lines): readonly Leak[] {
  const text = lines.map((line) => line.text).join('\n');
  const [first] = lines;
  if (!first) return [];
  const told = (kind: string, count: number): Leak => ({
    what: `A saved output lists ${count} different ${kind}.`,
    why: 'Personal data of people who never agreed to be in this repository stays in its history and in every clone.',
    remedy: 'Clear the output, and show counts or masked values instead.',
    kind,
    confidence: 'likely',
    range: first.range,
  });
  const [emails, phones, cards] = [emailsIn(text).size, phonesIn(text).size, cardsIn(text).size];
  return [
    ...(emails >= MANY ? [told('e-mail addresses', emails)] : []),
    ...(phones >= MANY ? [told('telephone numbers', phones)] : []),
    ...(cards > 0 ? [told(cards === 1 ? 'payment card number' : 'payment card numbers', cards)] : []),
  ];
}

function problem(cell: NotebookCell, leak: Leak, tree: JsonNode | undefined): Problem & Observation {
  const fix = clear(cell, tree);
  // The quote before the text: the finding's own text must not repeat the secret.
  const at = leak.range.start - 1;
  return {
    range: { start: at, end: at + 1 },
    key: `${cell.id ?? ''}/${leak.kind}`,
    confidence: leak.confidence,
    message: { what: leak.what, why: leak.why, remedy: leak.remedy },
    ...(fix ? { fix } : {}),
  };
}

/** As Jupyter does it: no outputs, and not run. */
function clear(cell: NotebookCell, root: JsonNode | undefined): Fix | undefined {
  const node = cellAt(root, cell.range.start);
  const outputs = member(node, 'outputs');
  const count = member(node, 'execution_count');
  if (!outputs) return undefined;
  const edits: Edit[] = [{ range: outputs.range, text: '[]' }];
  if (count) edits.push({ range: count.range, text: 'null' });
  return { title: 'Clear the output of the cell', safety: 'safe', edits };
}

function cellAt(root: JsonNode | undefined, start: number): JsonNode | undefined {
  const cells = member(root, 'cells');
  return cells?.kind === 'array' ? cells.items.find(({ range }) => range.start === start) : undefined;
}
