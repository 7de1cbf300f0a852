import type { ParseProblem } from '../../types.ts';
import type { DockerInstruction } from '../dockerfile.ts';
import { syntaxProblem } from '../syntax-tree/syntax-problems.ts';
import { isDockerKeyword } from './is-docker-keyword.ts';

/** What keeps Docker from building it. A file of nothing but unknown words is no Dockerfile at all. */
export function dockerfileProblems(
  source: string,
  instructions: readonly DockerInstruction[],
): readonly ParseProblem[] {
  const whole = { start: 0, end: source.length };
  const unknown = instructions.filter((one) => !isDockerKeyword(one.keyword));
  if (unknown.length > 0 && /^[ \t]*\{[{%]/m.test(source)) {
    return [
      {
        range: whole,
        message: 'A template, not a Dockerfile yet: it is reviewed once it is rendered.',
        severity: 'skipped',
      },
    ];
  }
  if (instructions.length === 0)
    return [{ range: whole, message: 'The Dockerfile has no instructions.', severity: 'fatal' }];
  const severity = unknown.length === instructions.length ? 'fatal' : 'partial';
  const problems = instructions
    .filter(isWrong)
    .slice(0, 20)
    .map((one) => syntaxProblem(one.range, source, 'Dockerfile syntax', severity));
  if (instructions.some((one) => one.keyword === 'FROM') || severity === 'fatal') return problems;
  return [
    ...problems,
    { range: whole, message: 'The Dockerfile has no FROM, so there is nothing to build on.', severity: 'partial' },
  ];
}

/** `CMD []` is right: it takes the image's command away. */
function isWrong(one: DockerInstruction): boolean {
  return !isDockerKeyword(one.keyword) || (one.args.length === 0 && one.form === 'shell');
}
