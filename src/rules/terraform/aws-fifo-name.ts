import { attribute } from '../../documents/terraform.ts';
import type { TerraformModule } from '../../subjects/terraform-module.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { textAt } from './aws-values/text-at.ts';
import { isSwitchedOff, resourcesOf } from './modules/addressed-blocks.ts';
import { moduleScope } from './modules/module-scope.ts';
import { textOf } from './modules/text-of.ts';

const SWITCH: Readonly<Record<string, string>> = { aws_sqs_queue: 'fifo_queue', aws_sns_topic: 'fifo_topic' };

export const awsFifoName: Rule<TerraformModule> = {
  id: 'aws-fifo-name',
  kinds: ['terraform'],
  title: 'Name and kind of a queue contradict each other',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {},
  since: '0.1.0',
  on: 'module',
  fixable: false,

  *check(module) {
    const scope = moduleScope(module);
    for (const { block, document, address } of resourcesOf(module, Object.keys(SWITCH))) {
      const setting = SWITCH[block.labels[0]?.text ?? ''] ?? '';
      const given = attribute(block, 'name');
      const name = given && textOf(given.value, scope);
      const fifo = attribute(block, setting) ? textAt(block, setting, scope) : { text: 'false', byDefault: false };
      // Of a name that ends in what is not known, nothing is known.
      if (!given || !name || name.endsWith('\0') || !fifo || fifo.byDefault || isSwitchedOff(block, scope)) continue;
      const isFifo = fifo.text === 'true';
      if (scope.resolve(given.value).known && textAt(block, 'name', scope)?.byDefault) continue;
      if (name.endsWith('.fifo') === isFifo) continue;
      yield {
        path: document.path,
        range: given.range,
        key: `${address}/name`,
        message: {
          what: isFifo
            ? `${quote(address)} keeps the order, and its name ${quote(name.replaceAll('\0', '…'))} does not end with ${quote('.fifo')}.`
            : `${quote(address)} has the name ${quote(name.replaceAll('\0', '…'))} without ${quote(`${setting} = true`)}.`,
          why: 'AWS takes `.fifo` at the end of a name where the order is kept, and nowhere else.',
          remedy: isFifo ? 'Let the name end with `.fifo`.' : `Set \`${setting} = true\`, or leave the ending out.`,
        },
      };
    }
  },
};
