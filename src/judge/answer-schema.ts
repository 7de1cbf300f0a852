import * as z from 'zod';

/** What the model must answer with: a remark per item, each with the code it speaks of. */
export const answerSchema = z.object({
  answers: z.array(
    z.object({
      item: z.string().describe('id of an open item'),
      outcome: z.enum(['met', 'unmet', 'undecided']),
      severity: z
        .enum(['critical', 'high', 'medium', 'low'])
        .describe('for unmet: the damage if the scenario happens; otherwise low'),
      quote: z.string().describe('code copied exactly from one place in the changed lines; empty when undecided'),
      path: z.string().describe('file of the quote'),
      because: z.string().describe('one sentence in English: what was seen'),
      scenario: z.string().describe('for unmet: input or state, and the wrong outcome, in English; otherwise empty'),
    }),
  ),
});

/** What the sceptic must answer with. */
export const doubtSchema = z.object({
  answers: z.array(
    z.object({
      remark: z.string().describe('id of a remark'),
      verdict: z.enum(['stands', 'rejected']),
      quote: z
        .string()
        .describe('for rejected: the code that contradicts the remark, copied exactly from one place; otherwise empty'),
      path: z.string().describe('file of the quote'),
      because: z.string().describe('one sentence in English'),
    }),
  ),
});
