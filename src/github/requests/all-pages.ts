/** GitHub's largest page. */
export const PAGE_SIZE = 100;

/** All items of a listing: pages of 100, until one is not full or `maxPages` are read. */
export async function allPages<Item>(
  maxPages: number,
  fetchPage: (page: number) => Promise<readonly Item[]>,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  for (let page = 1; page <= maxPages; page += 1) {
    const batch = await fetchPage(page);
    items.push(...batch);
    if (batch.length < PAGE_SIZE) break;
  }
  return items;
}
