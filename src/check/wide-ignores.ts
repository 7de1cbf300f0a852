import type { DockerfileDocument } from '../documents/dockerfile.ts';
import type { KubernetesObject } from '../documents/kubernetes/kubernetes-object.ts';
import type { KubernetesDocument } from '../documents/kubernetes.ts';
import { toLocation } from '../documents/source-text.ts';
import { mapAt, type YamlMap } from '../documents/yaml/yaml-node.ts';
import type { Document, Range } from '../types.ts';

/** Something that silences rules for more than a line. */
export interface WideIgnore {
  /** As a person reads it; `ignoredIds` finds the ids in it. */
  readonly text: string;
  readonly startLine: number;
  readonly endLine: number;
}

/** What silences rules in a whole file, or in a whole Kubernetes object. */
export function wideIgnores(document: Document): readonly WideIgnore[] {
  const ofFile = fileTexts(document)
    .slice(0, MAX_FILE_WIDE)
    .map((text) => ({ text, startLine: 1, endLine: Number.POSITIVE_INFINITY }));
  if (document.kind !== 'kubernetes' || document.view === undefined) return ofFile;
  const { objects } = (document as KubernetesDocument).view;
  return [...ofFile, ...objects.flatMap((object) => ofObject(object, document))];
}

/** More than any file needs: each is held against every finding. */
const MAX_FILE_WIDE = 50;

/** Comments that count for the file they stand in. */
const FILE_WIDE = /\b(hadolint\s+global\s+ignore|kics-scan\s+disable)=/;

function fileTexts(document: Document): string[] {
  const comments = document.comments.map(({ text }) => text.trim()).filter((text) => FILE_WIDE.test(text));
  if (document.kind !== 'dockerfile' || document.view === undefined) return comments;
  const checks = (document as DockerfileDocument).view.directives.filter(({ name }) => name === 'check');
  return [...comments, ...checks.map(({ value }) => `check=${value.trim()}`)];
}

/** Annotations speak for the object that has them; those of its pods for the pods. */
function ofObject({ node, range, pod }: KubernetesObject, document: Document): readonly WideIgnore[] {
  const own = inAnnotations(mapAt(node, 'metadata'), range, document);
  const inner = pod?.metadata;
  if (!inner) return own;
  const template = {
    start: Math.min(inner.range.start, pod.spec.range.start),
    end: Math.max(inner.range.end, pod.spec.range.end),
  };
  return [...own, ...inAnnotations(inner, template, document)];
}

/** kube-linter, checkov, Polaris and kube-score; what names no check, such as `ignore-all`, silences nothing. */
const ANNOTATION =
  /^(ignore-check\.kube-linter\.io\/|checkov\.io\/skip\d*$|polaris\.fairwinds\.com\/\w+-exempt$|kube-score\/ignore$)/;

function inAnnotations(metadata: YamlMap | undefined, range: Range, document: Document): readonly WideIgnore[] {
  return (mapAt(metadata, 'annotations')?.entries ?? []).flatMap(({ key, value }): WideIgnore[] => {
    if (value.type !== 'scalar' || !ANNOTATION.test(key.text)) return [];
    const { startLine, endLine } = toLocation(document.path, document.side, document.source, range);
    return [{ text: `${key.text}: ${value.text}`.trim(), startLine, endLine }];
  });
}
