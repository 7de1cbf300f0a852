import { stepsOf, type WorkflowDocument } from '../../documents/workflow.ts';
import { scalarAt, type YamlNode, type YamlScalar } from '../../documents/yaml/yaml-node.ts';
import type { Fix, Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const blockScalarChomping: Rule<WorkflowDocument> = {
  id: 'block-scalar-chomping',
  kinds: ['workflow'],
  title: 'A value ends in a line break that nobody sees',
  severity: 'low',
  confidence: 'likely',
  // Most of what reads such a value takes white space off its end.
  strictness: 'pedantic',
  domain: 'correctness',
  aliases: { languageservices: ['block-scalar-chomping'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document) {
    const { view, source } = document;
    const tell = (scalar: YamlScalar | undefined, key: string) => problem(source, scalar, key);
    for (const { key, value } of entriesOf(view.env)) yield* tell(scalarAt(value), `env/${key.text}`);
    for (const job of view.jobs) {
      yield* tell(scalarAt(job.node, 'concurrency', 'group'), `${job.id}/group`);
      for (const { key, value } of [...entriesOf(job.env), ...entriesOf(outputsOf(job.node))])
        yield* tell(scalarAt(value), `${job.id}/${key.text}`);
    }
    for (const { step, key } of stepsOf(document))
      for (const { key: name, value } of entriesOf(step.env)) yield* tell(scalarAt(value), `${key}/${name.text}`);
  },
};

function entriesOf(node: YamlNode | undefined) {
  return node?.type === 'map' ? node.entries : [];
}

function outputsOf(job: YamlNode): YamlNode | undefined {
  return entriesOf(job).find(({ key }) => key.text === 'outputs')?.value;
}

/** One line in a block: a text of several lines is meant to have line breaks. */
function* problem(source: string, scalar: YamlScalar | undefined, key: string): Generator<Observation> {
  if (!scalar || (scalar.style !== 'literal' && scalar.style !== 'folded')) return;
  if (!scalar.text.endsWith('\n') || scalar.text.trimEnd().includes('\n')) return;
  const fix = strip(source, scalar);
  yield {
    range: { start: scalar.range.start, end: scalar.range.start + 1 },
    key,
    message: {
      what: `The value ${quote(scalar.text)} ends in a line break.`,
      why: 'It is part of the value: a comparison fails, a name or a path with it is another one.',
      remedy: 'Write `|-` or `>-`, which leave it off.',
    },
    ...(fix ? { fix } : {}),
  };
}

function strip(source: string, { range }: YamlScalar): Fix | undefined {
  const after = { start: range.start + 1, end: range.start + 1 };
  // A sign of its own is there already: `|+` keeps line breaks on purpose.
  if (!/[\s#]/.test(source[after.start] ?? '')) return undefined;
  return { title: 'Leave the line break off', safety: 'review', edits: [{ range: after, text: '-' }] };
}
