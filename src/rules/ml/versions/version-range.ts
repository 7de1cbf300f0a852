import { isOlder, toVersion, type Version } from './version.ts';

/** Which versions a requirement admits. */
export interface VersionRange {
  /** None before this one. */
  readonly from?: Version;
  /** None from this one on. */
  readonly below?: Version;
}

const PART = /^(===?|~=|>=|<=|!=|\^|~|>|<|=)?\s*(v?\d[\w.*+!-]*)$/;

/** Reads a specifier of pip, conda or Poetry: `>=2,<3`, `=1.26`, `^1.4`. Empty where it says nothing. */
export function versionRange(specifier: string): VersionRange {
  const ranges = specifier.split(/[,\s]+(?=[<>=!~^]|$)/).map((part) => rangeOf(part.trim()));
  return ranges.reduce(narrower, {});
}

function narrower(all: VersionRange, one: VersionRange): VersionRange {
  const from = one.from && (!all.from || isOlder(all.from, one.from)) ? one.from : all.from;
  const below = one.below && (!all.below || isOlder(one.below, all.below)) ? one.below : all.below;
  return { ...(from ? { from } : {}), ...(below ? { below } : {}) };
}

function rangeOf(part: string): VersionRange {
  const [, operator = '==', text = ''] = PART.exec(part) ?? [];
  const version = toVersion(text);
  if (!version || operator === '!=') return {};
  if (operator === '>=' || operator === '>') return { from: version };
  if (operator === '<') return { below: version };
  if (operator === '<=') return { below: next(version, version.length - 1) };
  return { from: version, below: next(version, keptBy(operator, version)) };
}

/** The position of the number that the first version outside has one higher. */
function keptBy(operator: string, version: Version): number {
  if (operator === '~=') return Math.max(0, version.length - 2);
  if (operator === '^')
    return Math.max(
      0,
      version.findIndex((number) => number > 0),
    );
  if (operator === '~') return Math.min(1, version.length - 1);
  return version.length - 1;
}

function next(version: Version, position: number): Version {
  return version.slice(0, position + 1).map((number, index) => (index === position ? number + 1 : number));
}
