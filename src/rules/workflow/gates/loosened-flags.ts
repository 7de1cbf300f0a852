import { gateOfCommand } from './gate-signs.ts';
import { type Loosened, programOf } from './loosened.ts';
import type { ScriptLine } from './script-lines.ts';

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
  // It only looks what there is to run.
  /--co(llect-only)?(?=\s|$)/,
  /--dry-run\b/,
  /--no-run\b/,
  /--list-?tests?\b/i,
  /--(help|version)\b/,
];

/** Lines of one program are compared with each other, up to this many. */
const MAX_LINES = 50;

/** The checks of a script that got a flag, or lost one, by which they succeed whatever they find. */
export function loosenedFlags(before: readonly ScriptLine[], after: readonly ScriptLine[]): Loosened[] {
  const old = new Set(before.map(({ text }) => text));
  const now = new Set(after.map(({ text }) => text));
  const programs = new Map<string, ScriptLine[]>();
  for (const line of before) {
    const program = programOf(line.text);
    const lines = programs.get(program);
    if (!lines) programs.set(program, [line]);
    else if (lines.length < MAX_LINES) lines.push(line);
  }
  return after
    .filter(({ text }) => !old.has(text))
    .flatMap((line) => flagged(line, programs.get(programOf(line.text)) ?? [], now));
}

function flagged(line: ScriptLine, candidates: readonly ScriptLine[], now: ReadonlySet<string>): Loosened[] {
  const gate = gateOfCommand(line.text);
  const changed = candidates.filter(({ text }) => !now.has(text));
  const [same] = changed.length > 0 ? changed : candidates;
  if (!gate || !same || !gateOfCommand(same.text)) return [];
  const common = {
    range: line.range,
    command: line.text,
    gate,
    before: same,
    outcome: 'passes' as const,
    isWhole: true,
  };
  const added = LAX_FLAGS.find((flag) => flag.test(line.text) && !candidates.some(({ text }) => flag.test(text)));
  // Beside a check that stays as it was, a new one may be anything.
  if (added && changed.length > 0)
    return [{ ...common, by: (added.exec(line.text)?.[0] ?? '').trim(), certain: changed.length === 1 }];
  const gone = STRICT_FLAGS.find((flag) => flag.test(same.text) && !flag.test(line.text));
  if (candidates.length > 1 || !gone || LAX_FLAGS.some((flag) => flag.test(same.text))) return [];
  return [{ ...common, by: (gone.exec(same.text)?.[0] ?? '').trim(), isGone: true, certain: false }];
}
