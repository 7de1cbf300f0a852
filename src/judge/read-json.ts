import type * as z from 'zod';

/** What a model's text says, if it is JSON of this form and nothing else; a fence around it does no harm. */
export function readJson<Value>(text: string, schema: z.ZodType<Value>): Value | undefined {
  const inside = /^\s*```(?:json)?\n([\s\S]*)\n```\s*$/.exec(text)?.[1] ?? text;
  try {
    return schema.safeParse(JSON.parse(inside)).data;
  } catch {
    return undefined;
  }
}
