import { contextPaths } from '../../documents/workflow/expression.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { type UnknownProperty, unknownPayloadProperty } from './events/unknown-payload-property.ts';
import type { PlacedExpression } from './expressions/expressions-of.ts';
import { addressOf, expressionsOfFile } from './expressions/expressions-of-file.ts';
import { isOptional } from './expressions/is-optional.ts';
import { closestName } from './jobs/closest-name.ts';

export const unknownEventProperty: Rule<WorkflowDocument> = {
  id: 'unknown-event-property',
  kinds: ['workflow'],
  title: 'The event brings no such property',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    const events = document.view.triggers.map(({ event }) => event);
    const told = new Set<string>();
    for (const expression of expressionsOfFile(document)) {
      for (const path of contextPaths(expression.node)) {
        if (path[0] !== 'github' || path[1] !== 'event' || path.length < 3) continue;
        const found = unknownPayloadProperty(path.slice(2), events);
        const key = found && `${addressOf(document, expression.range)}/${found.path.join('.')}`;
        if (!found || key === undefined || told.has(key)) continue;
        told.add(key);
        yield problem(expression, found, key, isOptional(path, expression.node));
      }
    }
  },
};

function problem({ range }: PlacedExpression, found: UnknownProperty, key: string, isOptional: boolean): Observation {
  const name = quote(['github', 'event', ...found.path].join('.'));
  return {
    range,
    key,
    // What stands in for it is then always taken, and may be all that is wanted.
    ...(isOptional ? { severity: 'low' } : {}),
    message: {
      what: `${name} does not exist in what starts this workflow.`,
      why: 'GitHub puts an empty text in its place, in every run, and no error says so.',
      remedy: remedyOf(found),
    },
  };
}

function remedyOf(found: UnknownProperty): string {
  const { path, known } = found;
  const [last = ''] = path.slice(-1);
  const before = ['github', 'event', ...path.slice(0, -1)].join('.');
  const meant = meantBy(found, last);
  if (meant) return `Write ${quote(`${before}.${meant}`)}, if that is what you mean.`;
  return known.length <= 12 ? `There are ${quoteAll(known)}.` : `Look up what ${quote(before)} has.`;
}

/** What the REST API, the command line or the payload of another event calls by another name. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  author: ['user', 'actor', 'sender'],
  branch: ['head_branch', 'ref'],
  creator: ['user'],
  id: ['number'],
  pull_request_number: ['number'],
  sha: ['id', 'head_sha', 'after'],
  tag: ['tag_name', 'ref'],
  title: ['display_title', 'name'],
  user: ['author', 'actor', 'sender'],
};

function meantBy({ below: [next], known }: UnknownProperty, name: string): string | undefined {
  const joined = `${name}_${next}`;
  if (next !== undefined && known.includes(joined)) return joined;
  return (
    OTHER_NAMES[name]?.find((other) => known.includes(other)) ??
    closestName(name, known) ??
    known.find((other) => other.endsWith(`_${name}`))
  );
}
