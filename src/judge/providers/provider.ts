import type * as z from 'zod';
import type { JudgeSpending } from '../../types.ts';

/** One question: what the model is told, what it is shown, and the form of the answer. */
export interface Question {
  /** The same for many questions, so that a provider can keep it in its cache. */
  readonly system: string;
  readonly user: string;
  readonly schema: z.ZodType;
}

/** What a model can do here, or why it cannot be asked. */
export type Probe =
  | {
      readonly state: 'ready';
      /** Tokens; absent where nobody told. */
      readonly maxInput?: number;
      readonly maxOutput?: number;
      /** What looking cost, where a question had to be asked. */
      readonly spent?: JudgeSpending;
    }
  | { readonly state: 'failed'; readonly reason: string };

/** What came back. */
export interface Reply {
  readonly text: string;
  /** Why the model stopped; only `end_turn` is a clean end. */
  readonly stop: string;
  readonly spent: JudgeSpending;
}

/** A way to reach a model. */
export interface Provider {
  /** For people: `Anthropic's API`. */
  readonly name: string;
  /** Whether the credentials are taken, in words; costs no tokens, and sends nothing. */
  check(): Promise<
    { readonly state: 'ready'; readonly detail: string } | { readonly state: 'failed'; readonly reason: string }
  >;
  /** Whether a model can be asked. Nothing of a change is sent. */
  probe(model: string): Promise<Probe>;
  /** The tokens of a question; undefined where the provider does not count. Never throws. */
  count(model: string, question: Question): Promise<number | undefined>;
  /** One attempt. Throws what the service, or the way to it, has to say. */
  send(model: string, question: Question, maxOutput: number): Promise<Reply>;
}
