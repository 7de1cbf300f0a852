import { ANY, BOOLEAN, either, FILLED, listOf, type Schema, TEXT } from './schema.ts';

// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#on, as known in November 2026.

export const DISPATCH: Schema = {
  type: 'map',
  keys: {
    inputs: {
      type: 'map',
      rest: {
        type: 'map',
        keys: {
          description: TEXT,
          required: BOOLEAN,
          default: ANY,
          deprecationMessage: TEXT,
          type: { type: 'scalar', words: ['string', 'boolean', 'choice', 'number', 'environment'] },
          options: listOf(TEXT, true),
        },
      },
    },
  },
};

export const CALL: Schema = {
  type: 'map',
  keys: {
    inputs: {
      type: 'map',
      rest: {
        type: 'map',
        keys: {
          description: TEXT,
          required: BOOLEAN,
          default: ANY,
          deprecationMessage: TEXT,
          type: { type: 'scalar', words: ['string', 'boolean', 'number'] },
        },
        required: ['type'],
      },
    },
    outputs: { type: 'map', rest: { type: 'map', keys: { description: TEXT, value: FILLED }, required: ['value'] } },
    secrets: { type: 'map', rest: { type: 'map', keys: { description: TEXT, required: BOOLEAN } } },
  },
};

export const SCHEDULE: Schema = listOf(
  { type: 'map', keys: { cron: FILLED, timezone: FILLED }, required: ['cron'] },
  true,
);

export const REPOSITORY_DISPATCH: Schema = { type: 'map', keys: { types: either(FILLED, listOf(FILLED)) } };
