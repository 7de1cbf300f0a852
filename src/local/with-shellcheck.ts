import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FactAnswer, FactRequest, Facts, ShellRemark } from '../types.ts';
import { runShellcheck } from './run-shellcheck.ts';

type LintRequest = Extract<FactRequest, { fact: 'shell-lint' }>;

/** A change with more scripts than this is generated, and its scripts are alike. */
const MAX_SCRIPTS = 300;
const MAX_LENGTH = 100_000;

const UNKNOWN: FactAnswer = { state: 'unknown' };

/**
 * Facts that ask ShellCheck about scripts, where it is on the PATH, in one process for all of them; everything else is
 * asked of `facts`. ShellCheck reads scripts and runs nothing of them; it gets no settings from the repository.
 */
export function withShellcheck(facts: Facts): Facts {
  return {
    ...(facts.kinds ? { kinds: [...facts.kinds, 'shell-lint'] } : {}),
    async answer(requests) {
      const scripts = requests.filter(isLint).slice(0, MAX_SCRIPTS);
      const others = requests.filter((request) => !isLint(request));
      const [linted, answered] = await Promise.all([
        scripts.length > 0 ? lint(scripts) : [],
        others.length > 0 ? facts.answer(others) : [],
      ]);
      const known = new Map<FactRequest, FactAnswer>();
      for (const [i, request] of scripts.entries()) known.set(request, linted[i] ?? UNKNOWN);
      for (const [i, request] of others.entries()) known.set(request, answered[i] ?? UNKNOWN);
      return requests.map((request) => known.get(request) ?? UNKNOWN);
    },
  };
}

function isLint(request: FactRequest): request is LintRequest {
  return request.fact === 'shell-lint';
}

async function lint(requests: readonly LintRequest[]): Promise<readonly FactAnswer[]> {
  const folder = await mkdtemp(join(tmpdir(), 'pipewright-scripts-'));
  try {
    const names = requests.map((_, i) => `${i}.sh`);
    for (const [i, { shell, script }] of requests.entries())
      await writeFile(join(folder, names[i] ?? ''), `#!/bin/${shell}\n${script.slice(0, MAX_LENGTH)}`);
    const found = await runShellcheck(folder, names);
    if (!found) return [];
    return names.map((name) => ({
      state: 'known',
      value: JSON.stringify(found.filter(({ file }) => file === name).map(toRemark)),
    }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The first line is ours: it says which shell. */
function toRemark({ file: _, ...remark }: ShellRemark & { readonly file: string }): ShellRemark {
  return { ...remark, line: remark.line - 1, endLine: remark.endLine - 1 };
}
