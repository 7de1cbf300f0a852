/** What a model address says about the version behind it. */
export type UriVersion = 'moving' | 'none' | 'fixed' | 'unknown';

const MOVING = /^(latest|current|main|master|head|newest|stable|prod|production|staging|live|active|best)$/i;
/** Numbers, dates, hashes, runs, digests: `12`, `v3.1`, `2026-11-20`, `run_8fa1c2`, `0003`. */
const VERSION =
  /^(v?\d+([._-]\w+)*|(v|ver|version|rev|run|exp|build|step|epoch|checkpoint|ckpt|release|r|rc|snapshot)[._=-]?\d\w*([._-]\w+)*|[0-9a-f]{7,64}|[0-9a-f]{8}-[0-9a-f-]{20,}|m-[0-9a-f]{16,}|\w*\d{8}\w*|.*(v|version|run|dt|date)[=._-]?\d[\w.-]*|.*-\d+(\.\d+)+.*)$/i;

/** Judges a `storageUri` or `modelUri`; addresses with placeholders are unknown. */
export function uriVersion(uri: string): UriVersion {
  if (/[{}$<>]|\s/.test(uri)) return 'unknown';
  if (/^oci:\/\//.test(uri)) return imageVersion(uri);
  if (/^models:\/+/.test(uri)) return /\/(latest)$/i.test(uri) ? 'moving' : 'fixed';
  if (/^hf:\/\//.test(uri))
    return /:[0-9a-f]{7,40}$/.test(uri) ? 'fixed' : /:\S+$/.test(uri.slice(5)) ? 'moving' : 'none';
  const [, scheme, rest] = /^(\w+):\/\/(.*)$/.exec(uri) ?? [];
  if (!scheme || rest === undefined || !/^(s3|gs|gcs|azure|https?|abfss?|wasbs?|hdfs|pvc)$/.test(scheme))
    return 'unknown';
  // The first segment is a bucket, a host or a claim.
  const segments = rest
    .split(/[/?#]/)
    .slice(1)
    .filter((part) => part !== '');
  if (segments.some((part) => MOVING.test(part.replace(/\.[a-z]+$/, '')))) return 'moving';
  return segments.some((part) => VERSION.test(part)) ? 'fixed' : 'none';
}

function imageVersion(uri: string): UriVersion {
  if (uri.includes('@sha256:')) return 'fixed';
  const tag = /:([\w.-]+)$/.exec(uri.slice('oci://'.length).replace(/^[^/]*/, ''))?.[1];
  if (tag === undefined) return 'none';
  return MOVING.test(tag) ? 'moving' : 'fixed';
}
