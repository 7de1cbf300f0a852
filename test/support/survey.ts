import { check } from '../../src/check/check.ts';
import { rules } from '../../src/rules/index.ts';
import { buildProject } from '../../src/subjects/build-project.ts';
import type { Kind } from '../../src/types.ts';
import { namedRanges } from './named-ranges.ts';
import { snapshotOf } from './project-of.ts';

/** What went wrong when a text was read and all rules were run on it; empty when nothing did. */
export async function survey(path: string, text: string, fallbackKind?: Kind): Promise<string[]> {
  const started = performance.now();
  const project = await buildProject(snapshotOf(undefined, { [path]: text }), {
    isolated: true,
    ...(fallbackKind ? { fallbackKind } : {}),
  });
  const { runs } = check(project, rules);
  const documents = [...project.head.documents.values()];
  return [
    ...documents.flatMap(({ problems }) =>
      problems.filter(({ message }) => message.startsWith('The reviewer could not read')).map(({ message }) => message),
    ),
    ...runs.filter(({ state }) => state === 'failed').map(({ rule, reason }) => `${rule}: ${reason}`),
    ...documents.flatMap((document) =>
      namedRanges(document)
        .filter(({ range, text: name }) => document.source.slice(range.start, range.end) !== name)
        .map(
          ({ range, text: name }) =>
            `${document.kind}: ${JSON.stringify(name)} is said to stand at ${range.start}, where there is ${JSON.stringify(document.source.slice(range.start, range.end))}`,
        ),
    ),
    ...(performance.now() - started > 5000 ? [`took ${Math.round(performance.now() - started)} ms`] : []),
  ];
}
