const OWN =
  /^<\/?(?:!doctype html|html(?: lang="en")?|head|body|meta(?: [a-z-]+="[^"]*")+|title|style|h[1-4]|p|span|div|table|tr|th|td|ul|ol|li|b|code|br)(?: class="[a-z ]+")?>$/;

/** Elements of a page that we do not write, and whatever could load, run or lead somewhere. */
export function foreignElements(page: string): readonly string[] {
  return (page.match(/<[a-z!/][^>]*>?/gi) ?? []).filter((element) => !OWN.test(element));
}
