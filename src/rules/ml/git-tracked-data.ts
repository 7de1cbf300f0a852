import type { Document, Observation, ProjectSide, Range, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { addsData } from './data/data-files.ts';

const READERS = new Set(['python', 'notebook', 'dvc', 'params', 'script', 'dockerfile']);

export const gitTrackedData: Rule<ProjectSide> = {
  id: 'git-tracked-data',
  kinds: ['python', 'notebook', 'dvc', 'params'],
  title: 'Data or a model is added to git',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'reproducibility',
  aliases: {},
  since: '0.1.0',
  on: 'project',
  fixable: false,

  *compare(_base, head, { project }) {
    const { change } = project;
    if (!head || change.mergeBaseSha === undefined || !isMachineLearning(head)) return;
    const changed = new Set(change.files.map(({ path }) => path));
    for (const { path } of change.files.filter(addsData)) {
      const documents = [...head.documents.values()].filter(({ kind }) => READERS.has(kind));
      const ordered = documents.toSorted((a, b) => Number(changed.has(b.path)) - Number(changed.has(a.path)));
      const place = ordered.map((document) => mentionOf(path, document)).find((one) => one !== undefined);
      if (place) yield problem(path, place);
      else yield { unverified: `${path} was added to git, and no file that was read says what it is for` };
    }
  },
};

function isMachineLearning({ documents }: ProjectSide): boolean {
  return [...documents.values()].some(({ kind }) => kind === 'python' || kind === 'notebook' || kind === 'dvc');
}

interface Mention {
  readonly path: string;
  readonly range: Range;
  /** DVC keeps it already. */
  readonly isDvc: boolean;
}

/** Where a document names the file: a finding needs a place that can be read. */
function mentionOf(path: string, { source, path: own, kind }: Document): Mention | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const at = [path, name].map((text) => ({ text, start: indexOfWord(source, text) })).find(({ start }) => start >= 0);
  return at && { path: own, range: { start: at.start, end: at.start + at.text.length }, isDvc: kind === 'dvc' };
}

/** Not as a part of a longer path or name. */
function indexOfWord(source: string, text: string): number {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const match = new RegExp(`(?<![\\w-])${escaped}(?![\\w.-])`).exec(source);
  return match?.index ?? -1;
}

function problem(path: string, { path: place, range, isDvc }: Mention): Observation {
  return {
    path: place,
    range,
    key: path,
    message: {
      what: `This change adds ${quote(path)} to git${isDvc ? ', although DVC is to keep it' : ''}.`,
      why: 'Git keeps every version of it for ever, in every clone, and its changes cannot be reviewed; if people are in it, they cannot be taken out again.',
      remedy: `Take it out of the commit, and keep it with ${quote(`dvc add ${path}`)}, Git LFS or a bucket whose version is written down here.`,
    },
  };
}
