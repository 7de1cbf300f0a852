import * as z from 'zod';

/** What the model must answer with: a remark per item, each with the code it speaks of. */
export const answerSchema = z.object({
  answers: z.array(
    z.object({
      item: z.string().describe('id of an open item'),
      outcome: z.enum(['met', 'unmet', 'undecided']),
      quote: z.string().describe('code copied exactly from one place in the changed lines; empty when undecided'),
      path: z.string().describe('file of the quote'),
      because: z.string().describe('one sentence: what was seen'),
      scenario: z.string().describe('for unmet: input or state, and the wrong outcome; otherwise empty'),
    }),
  ),
});
