import { ignoreFilesOf } from '../documents/dockerignore.ts';
import type { Document, ProjectSide, Side, Subject } from '../types.ts';
import { kubernetesSets } from './kubernetes-set.ts';
import { mlPipelines } from './ml-pipeline.ts';
import { terraformModules } from './terraform-module.ts';

/** The documents of one side with everything that lives in several of them. */
export interface SideInput {
  readonly side: Side;
  readonly documents: readonly Document[];
  readonly tree: ReadonlySet<string> | 'unknown';
  /** Files see each other only through explicit references. */
  readonly isolated: boolean;
}

/** Builds every subject of a side, once. */
export function buildSubjects({ side, documents, tree, isolated }: SideInput): ProjectSide {
  const subjects: Subject[] = [
    ...documents.map(documentSubject),
    ...terraformModules(documents, tree, isolated),
    ...kubernetesSets(documents, isolated),
    ...mlPipelines(documents),
  ];
  const byPath = new Map(documents.map((document) => [document.path, document]));
  const whole = { side, documents: byPath, subjects, tree };
  const kinds = [...new Set(documents.map((document) => document.kind))];
  subjects.push({ type: 'project', key: '', kinds, paths: [...byPath.keys()], value: whole });
  return whole;
}

function documentSubject(document: Document): Subject {
  const { path, kind } = document;
  // What a Dockerfile copies is another thing when its list of what is left out changes.
  const paths = kind === 'dockerfile' ? [path, ...ignoreFilesOf(path)] : [path];
  return { type: 'document', key: path, kinds: [kind], paths, value: document };
}
