/** The classes of routes, most telling part first: a path says them by the first that fits. */
const CLASSES: readonly (readonly [RegExp, string])[] = [
  [/\/graphql$/, 'graphql'],
  [/\/access_tokens$/, 'token'],
  [/\/app\/hook\//, 'deliveries'],
  [/\/app\/installations/, 'installations'],
  [/\/installation\/repositories$/, 'repositories'],
  [/\/app$/, 'app'],
  [/\/check-(runs|suites)/, 'checks'],
  [/\/reactions/, 'reactions'],
  [/\/pulls\/\d+\/files$/, 'files'],
  [/\/pulls\/\d+\/reviews/, 'reviews'],
  [/\/comments/, 'comments'],
  [/\/pulls(\/|$)/, 'pulls'],
  [/\/compare\//, 'compare'],
  [/\/git\/trees\//, 'trees'],
  [/\/git\/blobs\//, 'blobs'],
  [/\/git\/(matching-)?refs?\//, 'refs'],
  [/\/contents\//, 'contents'],
  [/\/commits\//, 'commits'],
  [/\/collaborators\//, 'collaborators'],
  [/\/rate_limit$/, 'rate_limit'],
];

/** Every class there is. */
export const ROUTE_CLASSES: readonly string[] = CLASSES.map(([, name]) => name);

/** What a request is about, without the names, numbers and refs that its address holds. */
export function routeClass(url: string): string {
  const path = URL.canParse(url) ? new URL(url).pathname : url;
  return CLASSES.find(([pattern]) => pattern.test(path))?.[1] ?? 'other';
}
