import { expect, test } from '@jest/globals';
import { registry } from '../../../src/app/metrics/registry.ts';

test('a counter adds up by its labels', () => {
  const { counter, text } = registry();
  const count = counter('seen_total', 'What was seen', { colour: ['red', 'blue'] });
  count({ colour: 'red' });
  count({ colour: 'red' }, 2);
  count({ colour: 'blue' });
  expect(text()).toBe(
    '# HELP seen_total What was seen.\n# TYPE seen_total counter\nseen_total{colour="red"} 3\nseen_total{colour="blue"} 1\n',
  );
});

test('a histogram has its buckets, sum and count', () => {
  const { histogram, text } = registry();
  const observe = histogram('took_seconds', 'How long it took', [1, 5], { stage: ['read'] });
  for (const seconds of [0.5, 3, 10]) observe(seconds, { stage: 'read' });
  expect(text().split('\n').slice(2, -1)).toEqual([
    'took_seconds_bucket{stage="read",le="1"} 1',
    'took_seconds_bucket{stage="read",le="5"} 2',
    'took_seconds_bucket{stage="read",le="+Inf"} 3',
    'took_seconds_sum{stage="read"} 13.5',
    'took_seconds_count{stage="read"} 3',
  ]);
});

test('words that nobody foresaw are counted together', () => {
  const { counter, gauge, text } = registry();
  const count = counter('seen_total', 'What was seen', { colour: ['red'] });
  for (const colour of ['red', 'pink"} 1\nforged 1', 'a'.repeat(1000)]) count({ colour });
  const say = gauge('left', 'What is left', { installation: 2 });
  for (const [index, installation] of ['1', '2', '3', '4'].entries()) say(index, { installation });
  const lines = text().split('\n');
  expect(lines.filter((line) => line.startsWith('seen_total'))).toEqual([
    'seen_total{colour="red"} 1',
    'seen_total{colour="other"} 2',
  ]);
  expect(lines.filter((line) => line.startsWith('left'))).toEqual([
    'left{installation="1"} 0',
    'left{installation="2"} 1',
    'left{installation="other"} 3',
  ]);
  expect(text()).not.toContain('forged');
});
