import type { Range } from '../../../types.ts';
import { type Gate, gateOfCommand, isBesideCommand } from './gate-signs.ts';
import type { ScriptLine } from './script-lines.ts';

/** One place of a script where a failure no longer counts, and what stood there before. */
export interface Loosened {
  readonly range: Range;
  /** What makes it so: `|| true`, `--exit-zero`. */
  readonly by: string;
  readonly command: string;
  readonly gate: Gate;
  /** The base's line; absent for a line that is new. */
  readonly before?: ScriptLine;
  readonly certain: boolean;
}

const MASK = /\s*(\|\||;)\s*(true|:|\/bin\/true|exit 0|(echo|printf)\b[^|&;]*|\{\s*(echo|printf)\b[^}]*\})\s*;?$/;

/** Flags without which, or with which, a tool ends with success whatever it finds. */
const STRICT_FLAGS: readonly RegExp[] = [
  /--(cov-)?fail-under[= ](?!0\b)\S+/,
  /--exit-code[= ][1-9]\d*/,
  /--severity-threshold[= ]\S+/,
  /--audit-level[= ]\S+/,
  /--max-warnings[= ]\d+/,
  /--fail-on(-severity)?[= ](?!none\b)\S+/,
  /--error-exitcode[= ][1-9]\d*/,
  /--fail\b(?!-)/,
  /(^|\s)-D warnings\b/,
];
const LAX_FLAGS: readonly RegExp[] = [
  /--exit-zero\b/,
  /--exit-code[= ]0\b/,
  /--(cov-)?fail-under[= ]0\b/,
  /--soft-fail\b/,
  /--no-fail\b/,
  /--no-exit-code\b/,
  /--issues-exit-code[= ]0\b/,
  /--passWithNoTests\b/,
  /--warn-only\b/,
  /--allow-failures?\b/,
];

/** The gates of a script that may fail now. `named` is what the step's name says it checks. */
export function loosenedScript(
  before: readonly ScriptLine[],
  after: readonly ScriptLine[],
  named: Gate | undefined,
): Loosened[] {
  const old = new Set(before.map(({ text }) => text));
  const found = after.flatMap((line): Loosened[] => {
    if (old.has(line.text)) return [];
    return [...masked(line, before, named), ...flagged(line, before)].slice(0, 1);
  });
  return [...found, ...errexitOff(before, after, named)];
}

function masked(line: ScriptLine, before: readonly ScriptLine[], named: Gate | undefined): Loosened[] {
  const mask = MASK.exec(line.text);
  if (!mask || (mask[1] === ';' && !/^(true|:|exit 0|\/bin\/true)/.test(mask[2] ?? ''))) return [];
  const command = line.text.slice(0, mask.index).trim();
  const gate = gateOfCommand(command) ?? (isBesideCommand(command) ? undefined : named);
  const same =
    before.find(({ text }) => text === command) ??
    before.find(({ text }) => !MASK.test(text) && program(text) === program(command));
  if (!gate || !same) return [];
  return [
    {
      range: line.range,
      by: mask[0].trim(),
      command,
      gate,
      before: same,
      certain: gateOfCommand(command) !== undefined,
    },
  ];
}

function flagged(line: ScriptLine, before: readonly ScriptLine[]): Loosened[] {
  const gate = gateOfCommand(line.text);
  const candidates = before.filter(({ text }) => program(text) === program(line.text));
  const [same] = candidates;
  if (!gate || !same || candidates.length > 1) return [];
  const added = LAX_FLAGS.find((flag) => flag.test(line.text) && !flag.test(same.text));
  if (added)
    return [
      {
        range: line.range,
        by: (added.exec(line.text)?.[0] ?? '').trim(),
        command: line.text,
        gate,
        before: same,
        certain: true,
      },
    ];
  const gone = STRICT_FLAGS.find((flag) => flag.test(same.text) && !flag.test(line.text));
  if (!gone || LAX_FLAGS.some((flag) => flag.test(same.text))) return [];
  return [
    {
      range: line.range,
      by: `without ${(gone.exec(same.text)?.[0] ?? '').trim()}`,
      command: line.text,
      gate,
      before: same,
      certain: false,
    },
  ];
}

/** `set +e` before a gate, unless the script looks at the exit status itself. */
function errexitOff(before: readonly ScriptLine[], after: readonly ScriptLine[], named: Gate | undefined): Loosened[] {
  const isOff = ({ text }: ScriptLine) => /^set (\+\w*e|\+o errexit)/.test(text);
  if (before.some(isOff)) return [];
  const at = after.findIndex(isOff);
  const line = after[at];
  if (!line || after.some(({ text }) => /\$\?|PIPESTATUS|set -\w*e/.test(text) && !isOff({ text } as ScriptLine)))
    return [];
  for (const { text } of after.slice(at + 1)) {
    const gate = gateOfCommand(text) ?? (isBesideCommand(text) ? undefined : named);
    if (gate && before.some((old) => old.text === text))
      return [{ range: line.range, by: line.text, command: text, gate, certain: false }];
  }
  return [];
}

/** What a line starts: the words before the first option. */
function program(text: string): string {
  const words = text
    .replace(/^(\w+=\S* )+/, '')
    .replace(/^(sudo|time|exec) /, '')
    .split(' ');
  return words
    .slice(
      0,
      /^(python3?|npx|uv|poetry|pipenv|npm|yarn|pnpm|make|go|cargo|docker|dvc|terraform|bash|sh)$/.test(words[0] ?? '')
        ? 3
        : 1,
    )
    .filter((word) => !word.startsWith('-'))
    .join(' ');
}
