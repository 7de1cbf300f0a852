import { plainText } from '../../sanitise.ts';
import type { Finding, Review } from '../../types.ts';
import { cutToBytes } from '../comments/cut-to-bytes.ts';
import { MAX_ANNOTATION_MESSAGE, MAX_ANNOTATION_TITLE, MAX_ANNOTATIONS } from '../limits.ts';

export interface Annotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column?: number;
  readonly end_column?: number;
  readonly annotation_level: 'notice' | 'warning' | 'failure';
  readonly title: string;
  readonly message: string;
}

/** What the change introduced, as annotations of the lines at the head. */
export function annotationsOf(review: Review): readonly Annotation[] {
  // In a mode that only advises nothing fails, so nothing is shown as a failure.
  const blocking = new Set(review.enforced);
  return review.findings
    .filter(({ status, location, silencedBy }) => status === 'introduced' && location.side === 'head' && !silencedBy)
    .slice(0, MAX_ANNOTATIONS)
    .map((finding) => annotationOf(finding, blocking.has(finding.fingerprint)));
}

function annotationOf(finding: Finding, blocks: boolean): Annotation {
  const { path, startLine, endLine, startColumn, endColumn } = finding.location;
  const { what, why, remedy } = finding.message;
  // GitHub takes columns only where the annotation stays on one line.
  const columns = startLine === endLine ? { start_column: startColumn, end_column: endColumn } : {};
  return {
    path,
    start_line: startLine,
    end_line: endLine,
    ...columns,
    annotation_level: blocks ? 'failure' : levelOf(finding),
    title: [...plainText(finding.title)].slice(0, MAX_ANNOTATION_TITLE).join(''),
    message: cutToBytes([what, why, remedy, `(${finding.rule})`].map(plainText).join('\n'), MAX_ANNOTATION_MESSAGE),
  };
}

function levelOf({ severity, origin }: Finding): Annotation['annotation_level'] {
  if (origin === 'model') return 'notice';
  return severity === 'low' || severity === 'info' ? 'notice' : 'warning';
}
