import type { ExpressionNode } from '../../../documents/workflow/expression.ts';
import { parseExpression } from '../../../documents/workflow/expression.ts';
import type { YamlScalar } from '../../../documents/yaml/yaml-node.ts';
import type { Range } from '../../../types.ts';

/** A comparison of who started the run with a bot. */
export interface BotComparison {
  /** The context that is compared, in the file. */
  readonly range: Range;
  readonly written: string;
  readonly bot: string;
  /** By number rather than by name. */
  readonly byId: boolean;
}

/** Account numbers of dependabot, renovate and the like, which never change. */
const BOT_IDS = new Set(['49699333', '27856297', '29139614', '41898282', '29110']);
const ACTORS = new Set(['github.actor', 'github.triggering_actor', 'github.event.sender.login']);
const ACTOR_IDS = new Set(['github.actor_id', 'github.event.sender.id']);
const WRITTEN =
  /github\s*(?:\.\s*|\[\s*')(?:event\s*\.\s*sender\s*\.\s*(?:login|id)|(?:triggering_)?actor(?:_id)?)(?:'\s*\])?/gi;

/** The comparisons of a condition that let a bot through, by the one who started the run. */
export function botComparisons(source: string, condition: YamlScalar): BotComparison[] {
  if (!/actor|sender/i.test(condition.text)) return [];
  const text = condition.text.trim().replace(/^\$\{\{([\s\S]*)\}\}$/, '$1');
  const found = [...comparisonsIn(parseExpression(text))];
  if (found.length === 0) return [];
  const raw = source.slice(condition.range.start, condition.range.end);
  const places = [...raw.matchAll(WRITTEN)];
  return found.flatMap(({ path, bot, byId }) => {
    const place = places.find(([written]) => plain(written) === path);
    if (!place) return [];
    places.splice(places.indexOf(place), 1);
    const start = condition.range.start + place.index;
    return [{ range: { start, end: start + place[0].length }, written: place[0], bot, byId }];
  });
}

function plain(written: string): string {
  return written.replace(/\s+/g, '').replace(/\['/g, '.').replace(/'\]/g, '').toLowerCase();
}

interface Found {
  readonly path: string;
  readonly bot: string;
  readonly byId: boolean;
}

/** In the order in which they are written. */
function* comparisonsIn(node: ExpressionNode | undefined): Generator<Found> {
  if (node?.kind === 'logical') for (const operand of node.operands) yield* comparisonsIn(operand);
  if (node?.kind !== 'comparison' || node.operator !== '==') return;
  const context = node.operands.find((one) => one.kind === 'context');
  const literal = node.operands.find((one) => one.kind === 'literal');
  if (!context || !literal) return;
  const [path, bot] = [context.path.join('.'), String(literal.value)];
  if (ACTORS.has(path) && /\[bot\]$/i.test(bot)) yield { path, bot, byId: false };
  if (ACTOR_IDS.has(path) && BOT_IDS.has(bot)) yield { path, bot, byId: true };
}
