import type { ParamsDocument } from '../../documents/params.ts';
import type { PythonCall } from '../../documents/python.ts';
import { at, entryOf } from '../../documents/yaml/yaml-node.ts';
import type { Edit, Observation, Range, Rule, RuleContext } from '../../types.ts';
import { quote } from '../quote.ts';
import { restoreLines } from '../restore-lines.ts';
import { insertArgument } from './seeds/insert-argument.ts';
import type { PythonSource } from './seeds/python-unit.ts';
import { isSeedName, newSeedsIn } from './seeds/seed-evidence.ts';
import { type SeedRemoval, seedArgument, seedRemovals } from './seeds/seed-removals.ts';

export const seedRemoved: Rule<PythonSource | ParamsDocument> = {
  id: 'seed-removed',
  kinds: ['python', 'notebook', 'params'],
  title: 'A random seed was removed',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'reproducibility',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *compare(base, head, context) {
    if (!base || !head) return;
    if (base.kind === 'params' || head.kind === 'params') {
      if (base.kind === 'params' && head.kind === 'params') yield* compareParams(base, head, context);
      return;
    }
    for (const removal of seedRemovals(base, head, context.project)) yield problem(removal, base, head);
  },
};

function problem(removal: SeedRemoval, base: PythonSource, head: PythonSource): Observation {
  const { call, unit, text, baseRange, before } = removal;
  const name = before.callee.slice(before.callee.lastIndexOf('.') + 1);
  const isArgument = seedArgument(before) !== undefined && call !== undefined;
  const edit = call && unit ? restoreArgument(removal) : restoreStatement(base, removal, head);
  return {
    ...(call && unit ? { range: unit.toFileRange(argumentsOf(call)) } : { range: baseRange, side: 'base' as const }),
    key: `${before.functionName}/${before.callee}`,
    message: {
      what: isArgument
        ? `${quote(name)} lost ${quote(text)}.`
        : `${quote(text)} is gone, and nothing seeds in its place.`,
      why: isSplit(name)
        ? 'Every run now trains and tests on other rows, so metrics before and after this change cannot be compared.'
        : isArgument
          ? 'Its result now differs from run to run, so metrics before and after this change cannot be compared.'
          : 'Everything random after it now differs from run to run, so metrics before and after this change cannot be compared.',
      remedy: `Put ${quote(text)} back, or say in the pull request where the seed is set now.`,
    },
    ...(call
      ? { related: [{ path: base.path, side: 'base' as const, range: baseRange, message: `It was ${quote(text)}.` }] }
      : {}),
    ...(edit ? { fix: { title: `Restore ${text.replace(/\s+/g, ' ')}`, safety: 'safe' as const, edits: [edit] } } : {}),
  };
}

function isSplit(name: string): boolean {
  return /split|kfold/i.test(name);
}

/** Where the seed is missing: that line is part of the change. */
function argumentsOf(call: PythonCall): Range {
  const [first, last] = [call.args[0], call.args.at(-1)];
  return first && last ? { start: first.range.start, end: last.range.end } : call.range;
}

function restoreArgument({ call, unit, before, text }: SeedRemoval): Edit | undefined {
  if (!call || !unit) return undefined;
  const seed = seedArgument(before);
  if (!seed) return { range: unit.toFileRange(call.argsRange), text: text.slice(text.indexOf('(') + 1, -1) };
  const emptied = call.args.find(({ name }) => name === seed.name && name !== undefined);
  if (emptied) return emptied.value.text === 'None' ? { range: unit.toFileRange(emptied.range), text } : undefined;
  return insertArgument(unit, call, text);
}

function restoreStatement(
  base: PythonSource,
  { before, baseRange }: SeedRemoval,
  head: PythonSource,
): Edit | undefined {
  return before.statementRange.start === before.range.start && base.kind === 'python'
    ? restoreLines(base.source, baseRange, head.source)
    : undefined;
}

function* compareParams(base: ParamsDocument, head: ParamsDocument, context: RuleContext): Generator<Observation> {
  if (newSeedsIn(context.project).length > 0) return;
  for (const { key, scalar } of base.view.params) {
    if (!isSeedName(key) || scalar.value === null) continue;
    const path = key.split('.');
    const now = head.view.params.find((param) => param.key === key);
    const parent = path.length === 1 || at(head.view.root, ...path.slice(0, -1))?.type === 'map';
    if (!parent || (now && now.scalar.value !== null)) continue;
    yield lostParam(key, scalar.text, base, head, now?.scalar.range);
  }
}

function lostParam(
  key: string,
  value: string,
  base: ParamsDocument,
  head: ParamsDocument,
  now: Range | undefined,
): Observation {
  const path = key.split('.');
  const parent = path.length === 1 ? base.view.root : at(base.view.root, ...path.slice(0, -1));
  const range = entryOf(parent, path.at(-1) ?? key)?.range ?? { start: 0, end: 0 };
  const edit = now
    ? { range: now, text: now.start === now.end ? ` ${value}` : value }
    : restoreLines(base.source, range, head.source);
  return {
    ...(now ? { range: now } : { range, side: 'base' as const }),
    key,
    message: {
      what: `The setting ${quote(key)} (${quote(value)}) is ${now ? 'empty' : 'gone'}.`,
      why: 'Whatever it seeded now differs from run to run, so metrics before and after this change cannot be compared.',
      remedy: 'Put it back, or say in the pull request where the seed is set now.',
    },
    ...(edit ? { fix: { title: `Restore ${key}: ${value}`, safety: 'safe' as const, edits: [edit] } } : {}),
  };
}
