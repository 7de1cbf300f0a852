import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../../documents/workflow.ts';
import { type ScriptLine, scriptLines } from '../gates/script-lines.ts';
import { stepShell } from '../gates/step-shell.ts';
import type { Place } from '../injection/trace-value.ts';
import type { RunnerFile } from './file-writes.ts';
import { type OutsideVariable, outsideVariables } from './outside-variables.ts';

/** A line of a PowerShell or Python script that writes outsiders' text into a file of the runner. */
export interface OtherWrite {
  readonly key: string;
  readonly line: ScriptLine;
  readonly from: OutsideVariable;
}

type Language = 'powershell' | 'python';

/** Such writes, told line by line: nothing here parses these languages. */
export function otherWrites(document: WorkflowDocument | ActionDocument, file: RunnerFile): OtherWrite[] {
  return stepsOf(document).flatMap(({ step, job, key }) => {
    const { run } = step;
    const language = run?.text.includes(file)
      ? languageOf(stepShell(document, job, step).written, run.text)
      : undefined;
    if (!run || !language) return [];
    const place: Place = { document, step, ...(job ? { job } : {}) };
    const given = outsideVariables(place);
    if (given.length === 0) return [];
    const lines = scriptLines(document.source, run);
    const from = (line: ScriptLine) => given.find((variable) => mentions(line.text, variable.name, language, lines));
    return lines
      .filter(({ text }) => writes(text, file, language, run.text))
      .flatMap((line) => {
        const found = from(line);
        return found && (file === 'GITHUB_PATH' || found.manyLines) ? [{ key, line, from: found }] : [];
      });
  });
}

function languageOf(shell: string | undefined, script: string): Language | undefined {
  if (/^(pwsh|powershell)\b/.test(shell ?? '')) return 'powershell';
  if (/^python/.test(shell ?? '')) return 'python';
  // Without a shell Windows has PowerShell, whose variables look like no other's.
  return shell === undefined && /\$env:GITHUB_/i.test(script) ? 'powershell' : undefined;
}

function writes(line: string, file: RunnerFile, language: Language, script: string): boolean {
  if (language === 'powershell')
    return (
      new RegExp(`\\$\\{?env:${file}\\b`, 'i').test(line) &&
      /(>>?|Out-File|Add-Content|Set-Content|Tee-Object|AppendAllText)/i.test(line)
    );
  if (!/\b(write|writelines|print)\(/.test(line)) return false;
  // A handle has a name of its own: with one file open it can only be that one.
  const others = ['GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY'].filter((one) => one !== file);
  return line.includes(file) || others.every((one) => !script.includes(one));
}

function mentions(line: string, variable: string, language: Language, lines: readonly ScriptLine[]): boolean {
  if (language === 'powershell') return new RegExp(`\\$\\{?env:${escaped(variable)}\\b`, 'i').test(line);
  const read = new RegExp(
    `environ(?:\\.get\\(|\\[)\\s*['"]${escaped(variable)}['"]|getenv\\(\\s*['"]${escaped(variable)}['"]`,
  );
  if (read.test(line)) return true;
  const names = lines.flatMap(({ text }) => (read.test(text) ? (/^(\w+)\s*=/.exec(text)?.[1] ?? []) : []));
  return names.some((name) => new RegExp(`\\{${name}\\b|[(,+ ]${name}\\b`).test(line));
}

function escaped(name: string): string {
  return name.replace(/[^\w]/g, '\\$&');
}
