import { createHash } from 'node:crypto';
import type { DvcPath } from '../../../documents/dvc/dvc-path.ts';
import type { DvcParam, DvcStage } from '../../../documents/dvc/dvc-stage.ts';
import { joinPath } from '../../../subjects/directory-of.ts';
import type { DvcPipeline } from '../../../subjects/pipelines/dvc-pipeline.ts';
import type { RelatedRange, RuleContext } from '../../../types.ts';
import { quote, quoteAll } from '../../quote.ts';
import { paramAt, sameParam } from './param-at.ts';

/** One way in which the lock does not describe a stage any more. */
export interface LockDifference {
  /** Part of a sentence: what is, and what was when the stage last ran. */
  readonly text: string;
  readonly related?: Omit<RelatedRange, 'side'>;
}

interface LockComparison {
  readonly differences: readonly LockDifference[];
  /** What could not be compared, as part of a sentence. */
  readonly unknown: readonly string[];
}

/** Compares a stage of dvc.yaml with its entry in dvc.lock. */
export function lockDifferences(
  pipeline: DvcPipeline,
  stage: DvcStage,
  locked: DvcStage,
  context: RuleContext,
): LockComparison {
  const outs = (one: DvcStage) => [...one.outs, ...one.metrics];
  const params = stage.params.map((param) => compareParam(pipeline, stage, param, locked));
  return {
    differences: [
      ...(plain(stage.command) === plain(locked.command)
        ? []
        : [{ text: `its command is ${quote(stage.command)} and was ${quote(locked.command)}` }]),
      ...comparePaths('reads', stage.deps, locked.deps),
      ...comparePaths('writes', outs(stage), outs(locked)),
      ...params.flatMap(({ differences }) => differences),
      ...locked.deps.flatMap((dep) => compareFile(pipeline, stage, dep, context)),
    ],
    unknown: [...new Set(params.flatMap(({ unknown }) => unknown))],
  };
}

function plain(command: string): string {
  return command.replace(/\s+/g, ' ').trim();
}

function comparePaths(verb: string, now: readonly DvcPath[], locked: readonly DvcPath[]): LockDifference[] {
  const names = (paths: readonly DvcPath[]) =>
    new Set(paths.map(({ path }) => path.replace(/^\.\//, '').replace(/\/+$/, '')));
  const [current, old] = [names(now), names(locked)];
  const added = [...current].filter((path) => !old.has(path));
  const removed = [...old].filter((path) => !current.has(path));
  return [
    ...(added.length > 0 ? [{ text: `it ${verb} ${quoteAll(added)}, which the lock does not know` }] : []),
    ...(removed.length > 0 ? [{ text: `it no longer ${verb} ${quoteAll(removed)}` }] : []),
  ];
}

function compareParam(pipeline: DvcPipeline, stage: DvcStage, param: DvcParam, locked: DvcStage): LockComparison {
  const path = joinPath(pipeline.directory, `${stage.workingDirectory}/${param.file}`);
  const document = path === undefined ? undefined : pipeline.params.get(path);
  if (path === undefined || !document) return { differences: [], unknown: [`the values in ${param.file}`] };
  const ran = locked.params.filter(({ file }) => file === param.file);
  const keys =
    param.key === ''
      ? [...new Set([...ran.map(({ key }) => key), ...(document.view.root?.entries.map(({ key }) => key.text) ?? [])])]
      : [param.key];
  const differences = keys.flatMap((key): LockDifference[] => {
    const now = paramAt(document.view.root, key);
    const old = ran.find((one) => one.key === key);
    if (!now) return [{ text: `${quote(key)} is not in ${quote(param.file)} any more` }];
    const related = { path, range: now.range, message: 'What it is now.' };
    if (!old) return [{ text: `${quote(key)} was no parameter of the last run`, related }];
    if (sameParam(now.value, old.value)) return [];
    return [{ text: `${quote(key)} is ${quote(shown(now.value))} and was ${quote(shown(old.value))}`, related }];
  });
  return { differences, unknown: [] };
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

/** A file that stands in git and that we have read: the lock holds the hash of what ran. */
function compareFile(pipeline: DvcPipeline, stage: DvcStage, dep: DvcPath, context: RuleContext): LockDifference[] {
  const path = joinPath(pipeline.directory, `${stage.workingDirectory}/${dep.path}`);
  const document = path === undefined ? undefined : context.document(path);
  if (path === undefined || !document || !/^[0-9a-f]{32}$/.test(dep.md5 ?? '')) return [];
  if (hashes(document.source).has(dep.md5 ?? '')) return [];
  return [
    {
      text: `${quote(dep.path)} is not the file that ran`,
      related: { path, range: { start: 0, end: 0 }, message: 'It changed since the last run.' },
    },
  ];
}

/** DVC 3 hashes a text as it is, older versions with line feeds alone; a checkout may have turned those into CRLF. */
function hashes(text: string): ReadonlySet<string> {
  const unix = text.replaceAll('\r\n', '\n');
  const versions = [text, unix, unix.replaceAll('\n', '\r\n')];
  return new Set(
    [...versions, ...versions.map((one) => `\ufeff${one}`)].map((one) => createHash('md5').update(one).digest('hex')),
  );
}
