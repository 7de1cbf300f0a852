import type { Change, Finding, Impact } from '../types.ts';

/** What the model may be told of. */
export interface Told {
  readonly change: Change;
  readonly impact: Impact;
  readonly findings: readonly Finding[];
}

/**
 * The same without the files that must not be sent: neither their lines, nor what is told of them elsewhere. A row of the
 * impact that does not say where it comes from is left out as well, as soon as anything is withheld.
 */
export function withhold(
  told: Told,
  mayShow: (path: string) => boolean,
): Told & { readonly withheld: readonly string[] } {
  const { change, impact, findings } = told;
  const isShown = ({ path, previousPath }: Change['files'][number]) =>
    mayShow(path) && (previousPath === undefined || mayShow(previousPath));
  const withheld = change.files.filter((file) => !isShown(file)).map(({ path }) => path);
  const isUnlocatedShown = withheld.length === 0;
  return {
    change: { ...change, files: change.files.filter(isShown) },
    impact: {
      rows: impact.rows.filter(({ location }) => (location === undefined ? isUnlocatedShown : mayShow(location.path))),
    },
    findings: findings.filter(
      ({ location, related }) => mayShow(location.path) && related.every(({ location: { path } }) => mayShow(path)),
    ),
    withheld,
  };
}
