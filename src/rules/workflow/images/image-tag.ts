/** How firmly an image reference names one image. */
export type ImagePin = 'digest' | 'version' | 'moving' | 'none' | 'unknown';

/** Tags that are made to follow the newest image. */
const MOVING =
  /^(latest|stable|edge|main|master|dev|develop|nightly|current|lts|head|rolling|testing|unstable|release)$/i;

/** What the tag or digest of an image promises; `unknown` where an expression decides. */
export function imagePin(image: string): ImagePin {
  if (/@sha(256|512):[0-9a-f]{16,}/i.test(image)) return 'digest';
  if (image.trim() === '') return 'unknown';
  const name = image.slice(image.lastIndexOf('/') + 1);
  if (/\$\{\{/.test(image))
    return /:[\w][\w.-]*$/.test(name.replace(/\$\{\{[^}]*\}\}/g, 'x')) && MOVING.test(name.split(':').at(-1) ?? '')
      ? 'moving'
      : 'unknown';
  const tag = name.includes(':') ? name.slice(name.lastIndexOf(':') + 1) : undefined;
  if (tag === undefined) return 'none';
  return MOVING.test(tag) ? 'moving' : 'version';
}
