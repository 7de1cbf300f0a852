import type { DvcStage } from '../../documents/dvc/dvc-stage.ts';
import { entryOf } from '../../documents/yaml/yaml-node.ts';
import type { DvcPipeline } from '../../subjects/pipelines/dvc-pipeline.ts';
import type { Edit, Fix, Observation, Rule } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { type Undeclared, undeclared } from './dvc/undeclared.ts';

export const dvcUndeclaredDependency: Rule<DvcPipeline> = {
  id: 'dvc-undeclared-dependency',
  kinds: ['dvc', 'python'],
  title: 'A stage reads what it does not declare',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'reproducibility',
  aliases: {},
  since: '0.1.0',
  on: 'pipeline',
  fixable: true,

  *needs({ nodes }) {
    for (const { scripts } of nodes) for (const path of scripts) yield { path };
  },

  *check(pipeline, context) {
    const { nodes, definition } = pipeline;
    const plain = nodes.filter(({ stage }) => !stage.templated && !stage.exempt);
    const open = plain.flatMap((node) => {
      const missing = undeclared(node, pipeline, context);
      return missing.length > 0 ? [{ stage: node.stage, missing }] : [];
    });
    for (const { stage, missing } of open) yield problem(stage, missing, definition.source);
    const [first] = plain;
    if (first && open.length === 0 && context.project[context.side].tree !== 'unknown')
      yield {
        proof: `${plain.length} of ${plain.length} stages declare what their commands name`,
        range: first.stage.nameRange,
      };
  },
};

function problem(stage: DvcStage, missing: readonly Undeclared[], source: string): Observation {
  const paths = missing.map(({ path }) => path);
  const fix = declare(stage, paths, source);
  const by = missing.every(({ by: one }) => one === 'script') ? 'Its script reads' : 'It reads';
  return {
    range: stage.commandRange ?? stage.nameRange,
    key: `${stage.name}/deps`,
    message: {
      what: `The stage ${quote(stage.name)} does not list ${quoteAll(paths)} under ${quote('deps')}. ${by} ${paths.length > 1 ? 'them' : 'it'} all the same.`,
      why: 'When it changes, DVC takes the stage for up to date and keeps the old outputs; a parallel run may read it before it is made.',
      remedy: `Add ${paths.length > 1 ? 'them' : 'it'} under ${quote('deps')}.`,
    },
    ...(fix ? { fix } : {}),
  };
}

function declare(stage: DvcStage, paths: readonly string[], source: string): Fix | undefined {
  const title = `Declare ${paths.join(', ')}`.slice(0, 80);
  const edit = stage.deps.length > 0 ? append(stage, paths, source) : create(stage, paths, source);
  return edit && { title, safety: 'safe', edits: [edit] };
}

function append({ node, deps }: DvcStage, paths: readonly string[], source: string): Edit | undefined {
  const list = entryOf(node, 'deps')?.value;
  const last = deps.at(-1);
  if (list?.type !== 'list' || !last) return undefined;
  const end = last.range.start + source.slice(last.range.start, last.range.end).trimEnd().length;
  if (list.flow) return { range: { start: end, end }, text: paths.map((path) => `, ${path}`).join('') };
  const dash = source.lastIndexOf('-', last.range.start);
  const indent = ' '.repeat(dash - (source.lastIndexOf('\n', dash) + 1));
  return { range: { start: end, end }, text: paths.map((path) => `${ending(source)}${indent}- ${path}`).join('') };
}

/** Before the command. */
function create({ node }: DvcStage, paths: readonly string[], source: string): Edit | undefined {
  const command = entryOf(node, 'cmd');
  if (!command || node.flow || entryOf(node, 'deps')) return undefined;
  const { start } = command.range;
  const indent = ' '.repeat(start - (source.lastIndexOf('\n', start - 1) + 1));
  const lines = ['deps:', ...paths.map((path) => `  - ${path}`), ''];
  return { range: { start, end: start }, text: lines.join(`${ending(source)}${indent}`) };
}

function ending(source: string): string {
  return source.includes('\r\n') ? '\r\n' : '\n';
}
