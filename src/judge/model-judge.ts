import type { DoubtAnswer, DoubtRequest, DoubtResult, Judge } from '../types.ts';
import { doubtSchema } from './answer-schema.ts';
import { askByItems } from './ask-by-items.ts';
import { type AskModel, type AskOptions, askModel } from './ask-model.ts';
import { doubtPrompt } from './doubt-prompt.ts';
import { readJson } from './read-json.ts';

/** A judge who asks a model: no tools, one budget, nothing asked twice. One judge per review. */
export function modelJudge(options: AskOptions): Judge {
  const ask = askModel(options);
  return {
    ask: (request) => askByItems(ask, request),
    doubt: (request) => askSceptic(ask, request),
  };
}

async function askSceptic(ask: AskModel, request: DoubtRequest): Promise<DoubtResult> {
  const asked = await ask(doubtPrompt(request), readDoubts);
  const { notes, spent } = asked;
  return asked.state === 'answered'
    ? { state: 'ran', answers: asked.answer.answers, notes, ...spent }
    : { state: 'failed', reason: asked.reason, answers: [], notes, ...spent };
}

/** Only the verdict and its quote count; what is said beside them is not kept. */
function readDoubts(text: string): { readonly answers: readonly DoubtAnswer[] } | undefined {
  const answers = readJson(text, doubtSchema)?.answers;
  return answers && { answers: answers.map((answer) => ({ ...answer, because: '' })) };
}
