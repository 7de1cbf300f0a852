import type { DockerfileDocument, DockerInstruction, DockerWord } from '../../documents/dockerfile.ts';
import {
  cleanPath,
  type DockerignoreDocument,
  type DockerignoreView,
  type IgnorePattern,
  ignoredBy,
} from '../../documents/dockerignore.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { ignoreFileNeeds, ignoreFileOf } from './context/ignore-file.ts';

/** Every path is compared with every pattern. A build has hundreds of comparisons, not hundreds of thousands. */
const MAX_COMPARISONS = 200_000;

export const copyIgnoredFile: Rule<DockerfileDocument> = {
  id: 'copy-ignored-file',
  kinds: ['dockerfile'],
  title: 'What is copied is kept out of the build',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { buildkit: ['CopyIgnoredFile'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  needs: ({ path }) => ignoreFileNeeds(path),

  *check({ path, view }, context) {
    const ignore = ignoreFileOf(path, context);
    if (!ignore) return;
    const copied = view.stages.flatMap(({ key, instructions }) =>
      instructions
        .filter(copiesFromContext)
        .flatMap(({ args }) => args.slice(0, -1).map((source) => ({ key, source }))),
    );
    if (copied.length * ignore.view.patterns.length > MAX_COMPARISONS) {
      yield { unverified: `more is copied than can be compared with the patterns of ${quote(ignore.path)}` };
      return;
    }
    for (const { key, source } of copied) {
      const by = keptOutBy(ignore.view, source.text);
      if (by) yield problem(source, by, ignore, `${key}/${source.text}`);
    }
  },
};

function copiesFromContext({ keyword, flags, heredocs }: DockerInstruction): boolean {
  return (
    (keyword === 'COPY' || keyword === 'ADD') && heredocs.length === 0 && !flags.some(({ name }) => name === 'from')
  );
}

/** What keeps the file, or the whole folder in which a wildcard looks, out of the build. */
function keptOutBy(view: DockerignoreView, source: string): IgnorePattern | undefined {
  if (/^["']|[$\\]|:\/\/|^git@|^<</.test(source)) return undefined;
  const parts = cleanPath(source).split('/');
  const wildcard = parts.findIndex((part) => /[*?[]/.test(part));
  const path = parts.slice(0, wildcard < 0 ? parts.length : wildcard).join('/');
  if (path === '' || parts.includes('..')) return undefined;
  // A line like `!dist/app.js` lets a part of the folder in again.
  const comesIn = ({ glob, negated }: IgnorePattern) =>
    negated && (/[*?[\\]/.test(glob) || glob.startsWith(`${path}/`));
  return view.patterns.some(comesIn) ? undefined : ignoredBy(view, path);
}

function problem(
  source: DockerWord,
  by: IgnorePattern,
  { path: file, side }: DockerignoreDocument,
  key: string,
): Observation {
  return {
    range: source.range,
    key,
    // Elsewhere the folder that is sent may be another one.
    ...(file.includes('/') ? { confidence: 'heuristic' as const } : {}),
    message: {
      what: `${quote(source.text)} is copied, and ${quote(by.glob)} in ${quote(file)} keeps it out of the build.`,
      why: 'The builder does not get it: the build ends here, saying that it was not found.',
      remedy: `Take ${quote(by.glob)} out of ${quote(file)}, let this in with a line ${quote(`!${cleanPath(source.text)}`)} below it, or copy something else.`,
    },
    related: [{ path: file, side, range: by.range, message: 'What keeps it out.' }],
  };
}
