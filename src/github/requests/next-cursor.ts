/** The cursor of the next page in a `Link` header, under the name that the route gives it; undefined on the last page. */
export function nextCursor(link: string | undefined, name: 'after' | 'cursor'): string | undefined {
  const url = /<([^>]+)>;\s*rel="next"/.exec(link ?? '')?.[1];
  return url === undefined ? undefined : (new URL(url).searchParams.get(name) ?? undefined);
}
