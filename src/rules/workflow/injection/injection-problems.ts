import type { Expression } from '../../../documents/workflow/expression.ts';
import type { Observation, RelatedRange } from '../../../types.ts';
import { quote } from '../../quote.ts';
import { type DangerousExpression, type TaintedScript, worstFirst } from './dangerous-expressions.ts';
import { moveToEnv } from './move-to-env.ts';
import type { Place, Taint } from './trace-value.ts';
import { usesBash } from './uses-bash.ts';

/** More in one script is one finding: a person mends them together. */
const MAX_FOUND = 50;

/** The problems of one script of which `isOurs` is asked; the fix of each mends the whole script. */
export function* injectionProblems(
  script: TaintedScript,
  isOurs: (found: DangerousExpression) => boolean,
): Generator<Observation> {
  const { place, key, sink } = script;
  const ours = script.dangerous.filter(isOurs);
  const found = ours.length > MAX_FOUND ? worstFirst(ours).slice(0, MAX_FOUND) : ours;
  // One object for all of them: each finding's fix is the same edits.
  const fix =
    found.length > 0 && usesBash(place) && script.dangerous.length <= MAX_FOUND
      ? moveToEnv(
          place,
          script.dangerous.map(({ expression }) => expression),
        )
      : undefined;
  if (found.length < ours.length) yield rest(worstFirst(ours).slice(MAX_FOUND), sink, key);
  for (const { expression, taint, severity, confidence } of found) {
    yield {
      range: expression.range,
      key: `${key}/${taint.source}`,
      severity,
      confidence,
      message: {
        what: `${quote(`\${{ ${expression.text} }}`)} is pasted into ${sink}${through(expression, taint)}, and ${WRITERS[taint.control]}.`,
        why: 'GitHub fills it in before the script is run: quotes, a semicolon or a command substitution in the text become code that runs with the token and secrets of this job.',
        remedy: 'Pass the value through `env:` and read the variable in the script, in double quotes.',
      },
      ...(taint.origin ? { related: [comesIn(taint, taint.origin, place)] } : {}),
      ...(fix ? { fix } : {}),
    };
  }
}

function comesIn({ source }: Taint, range: RelatedRange['range'], { document }: Place): RelatedRange {
  return { path: document.path, side: document.side, range, message: `${source} comes in here.` };
}

function rest(found: readonly DangerousExpression[], sink: string, key: string): Observation {
  const [first] = found;
  return {
    range: first?.expression.range ?? { start: 0, end: 0 },
    key: `${key}/further`,
    ...(first ? { severity: first.severity, confidence: first.confidence } : {}),
    message: {
      what: `${found.length} further expressions with untrusted text are pasted into ${sink}.`,
      why: 'GitHub fills them in before the script is run: what others write becomes code.',
      remedy: 'Pass the values through `env:`.',
    },
  };
}

const WRITERS: Readonly<Record<Taint['control'], string>> = {
  full: 'people outside the project choose that text',
  structured: 'a name there may hold shell syntax such as `$(...)`',
  file: 'people outside the project name the files of a pull request',
  model: 'a language model writes that text',
  caller: 'any text can come from whoever uses it',
  dispatcher: 'any text can come from whoever starts the run',
};

function through({ text }: Expression, { source }: Taint): string {
  return text.toLowerCase().includes(source) ? '' : `, holds ${quote(source)}`;
}
