import type { Mode, Strictness } from '../../types.ts';

/** The port methods that a worker may ask its parent to call; the arguments and answers are plain data. */
export type PortCall =
  | 'source.change'
  | 'source.tree'
  | 'source.read'
  | 'source.readPolicy'
  | 'source.waivers'
  | 'facts.answer'
  | 'judge.choose'
  | 'judge.ask'
  | 'judge.doubt'
  | 'sink.publish';

/** What a review in a worker begins with. */
export interface WorkerTask {
  readonly agentFiles: readonly { readonly path: string; readonly text: string }[];
  readonly now: Date;
  readonly mode?: Mode;
  readonly strictness?: Strictness;
  readonly version?: string;
}

export type FromWorker =
  | { readonly type: 'call'; readonly id: number; readonly port: PortCall; readonly args: readonly unknown[] }
  | { readonly type: 'done'; readonly result: unknown }
  | { readonly type: 'failed'; readonly message: string; readonly stack: string };

export type ToWorker =
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'refused'; readonly id: number; readonly message: string };
