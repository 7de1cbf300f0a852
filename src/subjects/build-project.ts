import { classify } from '../documents/classify.ts';
import { isOrchestration } from '../documents/ml-packages.ts';
import { parseDocument, prepareParsers } from '../documents/parse-document.ts';
import type { PythonDocument } from '../documents/python.ts';
import type { RequirementsDocument } from '../documents/requirements.ts';
import type { ActionLists, Document, Kind, Project, ProjectSide, Side, Snapshot } from '../types.ts';
import { buildSubjects } from './build-subjects.ts';
import { dependencyFiles } from './dependency-files.ts';
import { mlPipelines } from './ml-pipeline.ts';

export interface ParseOptions {
  /** Files see each other only through explicit references. */
  readonly isolated?: boolean;
  /** Which actions the settings allow. */
  readonly actions?: readonly ActionLists[];
  /** The kind of files that no path or content rule recognises. */
  readonly fallbackKind?: Kind;
  /** Documents read before, so that gathering in rounds parses each text once. */
  readonly cache?: Map<string, Document>;
}

/** Reads both sides of a snapshot. Unreadable texts become documents with problems. */
export async function buildProject(snapshot: Snapshot, options: ParseOptions = {}): Promise<Project> {
  const { change, facts } = snapshot;
  const base = await readSide(snapshot, 'base', options);
  const head = await readSide(snapshot, 'head', options);
  const { actions = [], isolated = false } = options;
  return { change, base, head, facts, actions, isolated };
}

async function readSide(snapshot: Snapshot, side: Side, options: ParseOptions): Promise<ProjectSide> {
  const texts = textsOf(snapshot, side, options.fallbackKind);
  await prepareParsers(texts.map(({ kind }) => (kind === 'source' ? 'python' : kind)));
  const documents = texts.flatMap(({ path, text, kind }) => {
    if (kind === 'other' || kind === 'yaml' || kind === 'source') return [];
    const document = parseOnce(kind, path, side, text, options.cache);
    return isForeign(document, options.fallbackKind) ? [] : [document];
  });
  const python = pythonDocuments(texts, side, documents, options);
  return buildSubjects({
    side,
    documents: [...documents, ...python],
    tree: snapshot.tree[side],
    isolated: options.isolated ?? false,
  });
}

interface KnownText {
  readonly path: string;
  readonly text: string;
  readonly kind: Kind;
}

function textsOf({ change, files }: Snapshot, side: Side, fallback: Kind | undefined): KnownText[] {
  // A renamed file had the kind of its old path.
  const known = new Map(
    change.files.flatMap(({ path, previousPath, kind }) =>
      side === 'base' && previousPath !== undefined ? [] : [[path, kind] as const],
    ),
  );
  return [...files[side]].flatMap(([path, content]) =>
    content.state === 'text'
      ? [{ path, text: content.text, kind: classify(path, content.text, fallback, known.get(path)) }]
      : [],
  );
}

/** The dependency file of a Python program that has nothing to do with machine learning. */
function isForeign(document: Document, fallback: Kind | undefined): boolean {
  if (document.kind !== 'requirements' || fallback === 'requirements') return false;
  return !((document as RequirementsDocument).view?.isMachineLearning ?? false);
}

function parseOnce(
  kind: Kind,
  path: string,
  side: Side,
  text: string,
  cache: Map<string, Document> | undefined,
): Document {
  const key = `${side}:${kind}:${path}`;
  const known = cache?.get(key);
  if (known?.source === text) return known;
  const document = parseDocument(kind, path, side, text);
  cache?.set(key, document);
  return document;
}

/**
 * Python counts when it, or the pipeline that names it, is machine learning, and so do the tasks of a scheduler in a project
 * that depends on machine learning; `scan --kind python` takes all.
 */
function pythonDocuments(
  texts: readonly KnownText[],
  side: Side,
  documents: readonly Document[],
  { fallbackKind, cache }: ParseOptions,
): Document[] {
  const sources = texts.filter(({ kind, path }) => kind === 'source' && path.endsWith('.py'));
  const scripts = pipelineScripts(documents);
  const dependencies = new Set(documents.flatMap(({ kind, path }) => (kind === 'requirements' ? [path] : [])));
  return sources.flatMap(({ path, text }) => {
    const document = parseOnce('python', path, side, text, cache);
    const { isMachineLearning = false, packages = [] } = (document as PythonDocument).view ?? {};
    const counts =
      fallbackKind === 'python' ||
      isMachineLearning ||
      scripts.has(path) ||
      (isOrchestration(packages) && dependencyFiles(path).some((file) => dependencies.has(file)));
    return counts ? [document] : [];
  });
}

function pipelineScripts(documents: readonly Document[]): ReadonlySet<string> {
  return new Set(mlPipelines(documents).flatMap(({ value }) => value.nodes.flatMap(({ scripts }) => scripts)));
}
