import type { ChecklistItem, JudgeAnswer, JudgeNote, JudgeRequest, JudgeResult } from '../types.ts';
import { answerSchema } from './answer-schema.ts';
import type { Asked, AskModel } from './ask-model.ts';
import { buildPrompt, type Prompt } from './build-prompt.ts';
import { cleanText } from './clean-text.ts';
import { count } from './count.ts';
import { instructionsRepeated } from './instructions-repeated.ts';
import { readJson } from './read-json.ts';
import { totalSpent } from './spending.ts';

/** More requests than this are not made for one persona. */
const MAX_PARTS = 8;

/**
 * Asks about the open items of a persona: in one request, or where that is too large in several, each with some of the
 * items and their hunks. What is not asked is named with the reason.
 */
export async function askByItems(ask: AskModel, request: JudgeRequest): Promise<JudgeResult> {
  const parts: Part[] = [];
  // Items about the same files stay together.
  const waiting: (readonly ChecklistItem[])[] = [[...request.items].sort(byKinds)];
  for (let items = waiting.shift(); items !== undefined; items = waiting.shift()) {
    const part = { ...request, items };
    const prompt = buildPrompt(part);
    const halves = prompt.over ? smallerHalves(part, prompt) : undefined;
    if (prompt.hunks.length === 0) {
      parts.push(unasked(items, prompt, NO_LINES));
    } else if (parts.length >= MAX_PARTS) {
      parts.push(unasked(items, prompt, `more than ${MAX_PARTS} requests would be needed for one persona`));
    } else if (halves !== undefined) {
      waiting.unshift(...halves);
    } else {
      const asked = await ask(prompt, (text) => readAnswers(text, items, prompt));
      const smaller = asked.state === 'too-large' ? smallerHalves(part, prompt) : undefined;
      if (smaller === undefined) parts.push({ items, prompt, asked });
      else waiting.unshift(...smaller);
    }
  }
  return combined(parts);
}

const NO_LINES = 'no changed line that may be shown is of the kinds that it is about';

interface Part {
  readonly items: readonly ChecklistItem[];
  readonly prompt: Prompt;
  readonly asked: Asked<Answers>;
}

interface Answers {
  readonly answers: readonly JudgeAnswer[];
  /** How many were about items that were not asked. */
  readonly invented: number;
  /** How many repeat what the model was told. */
  readonly repeating: number;
}

function unasked(items: readonly ChecklistItem[], prompt: Prompt, reason: string): Part {
  const spent = { inputTokens: 0, outputTokens: 0 };
  return { items, prompt, asked: { state: 'failed', reason, model: 'no model', notes: [], spent } };
}

/** The items in two halves, if at least one of these needs fewer hunks than all of them. */
function smallerHalves(
  request: JudgeRequest,
  whole: Prompt,
): readonly [readonly ChecklistItem[], readonly ChecklistItem[]] | undefined {
  const { items } = request;
  if (items.length < 2) return undefined;
  const middle = Math.ceil(items.length / 2);
  const halves = [items.slice(0, middle), items.slice(middle)] as const;
  const isSmaller = (half: readonly ChecklistItem[]) => {
    const prompt = buildPrompt({ ...request, items: half });
    return prompt.hunks.length < whole.hunks.length || (whole.over && !prompt.over);
  };
  return halves.some(isSmaller) ? halves : undefined;
}

function readAnswers(text: string, items: readonly ChecklistItem[], { system }: Prompt): Answers | undefined {
  const answers = readJson(text, answerSchema)?.answers;
  if (answers === undefined) return undefined;
  const known = new Set(items.map(({ id }) => id));
  const asked = answers.filter(({ item }) => known.has(item));
  const isRepeating = instructionsRepeated(withoutTexts(system, items));
  const own = asked.filter((answer) => !isRepeating(wordsOf(answer)));
  return {
    answers: own.map((answer) => ({
      ...answer,
      because: cleanText(answer.because),
      scenario: cleanText(answer.scenario),
    })),
    invented: answers.length - asked.length,
    repeating: asked.length - own.length,
  };
}

/** The text of an item is no secret: it stands in the checklist, and a remark may well repeat it. */
function withoutTexts(system: string, items: readonly ChecklistItem[]): string {
  return items.reduce((rest, { text }) => rest.replaceAll(text, '\n'), system);
}

function wordsOf({ because, scenario, quote, path }: JudgeAnswer): string {
  return [because, scenario, quote, path].join('\n');
}

function combined(parts: readonly Part[]): JudgeResult {
  const answered = parts.flatMap(({ asked }) => (asked.state === 'answered' ? [asked] : []));
  const failed = parts.flatMap(({ items, asked }) =>
    asked.state === 'answered' ? [] : [{ items: items.map(({ id }) => id), reason: asked.reason }],
  );
  const sum = (read: (answer: Answers) => number) => answered.reduce((total, { answer }) => total + read(answer), 0);
  const [invented, repeating] = [sum((answer) => answer.invented), sum((answer) => answer.repeating)];
  const tried = parts.filter(({ asked }) => asked.model !== 'no model');
  const notes: JudgeNote[] = [
    ...parts.flatMap(({ asked }) => asked.notes),
    ...(tried.length > 1 ? [{ kind: 'split' as const, text: `the items were asked in ${tried.length} requests` }] : []),
    ...parts.flatMap(({ prompt }) => prompt.leftOut.map((text) => ({ kind: 'left-out' as const, text }))),
    ...(invented > 0
      ? [{ kind: 'left-out' as const, text: `${count(invented, 'answer')} about items that nobody asked for` }]
      : []),
    ...(repeating > 0
      ? [
          {
            kind: 'left-out' as const,
            text: `${count(repeating, 'answer')} with the instructions in place of what was seen`,
          },
        ]
      : []),
  ];
  const first = answered[0] ?? tried[0]?.asked ?? parts[0]?.asked;
  return {
    state: answered.length > 0 ? 'ran' : 'failed',
    model: first?.model ?? 'no model',
    ...(failed[0] ? { reason: (failed.find(({ reason }) => reason !== NO_LINES) ?? failed[0]).reason } : {}),
    answers: answered.flatMap(({ answer }) => answer.answers),
    unasked: failed,
    notes: [...new Map(notes.map((note) => [note.text, note])).values()],
    ...totalSpent(parts.map(({ asked }) => asked.spent)),
  };
}

function byKinds(a: ChecklistItem, b: ChecklistItem): number {
  const kinds = ({ kinds: own }: ChecklistItem) => [...own].sort().join();
  return kinds(a) < kinds(b) ? -1 : kinds(a) > kinds(b) ? 1 : 0;
}
