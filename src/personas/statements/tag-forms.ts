/** Tags whose text is a statement. */
const ITEM_TAGS =
  'item|rule|check|requirement|criterion|criteria|constraint|guideline|principle|standard|gate|li|point|must';
/** Tags whose text is one only if it says that something must be. */
const STEP_TAGS = 'task|step';
/** What stands in these is shown, not asked for. */
const HIDDEN_TAGS: ReadonlySet<string> = new Set(
  'example examples commentary output_format output template thinking user assistant sample transcript dialogue'.split(
    ' ',
  ),
);

const TAGGED = new RegExp(`<(${ITEM_TAGS}|${STEP_TAGS})(?:\\s[^<>]{0,200})?>([^<>]{0,2000})`, 'gi');
const MODAL = /\b(?:must|shall|should|never|always|may not|has to|have to|required)\b/i;

/** The statements that a line holds between tags, and the tag that is left open with nothing behind it. */
export function taggedStatements(line: string): { readonly texts: readonly string[]; readonly open?: string } {
  if (!line.includes('<')) return { texts: [] };
  const found = [...line.matchAll(TAGGED)].map(([all, tag = '', text = '']) => ({
    all,
    tag: tag.toLowerCase(),
    text: text.trim(),
  }));
  const texts = found
    .filter(({ tag, text }) => text !== '' && (!STEP_TAGS.split('|').includes(tag) || MODAL.test(text)))
    .map(({ text }) => text);
  const last = found.at(-1);
  return last !== undefined && last.text === '' && line.trimEnd().endsWith('>') && !line.includes('</')
    ? { texts, open: last.tag }
    : { texts };
}

/** A line that is one tag: which, and what it calls what stands in it. */
export interface TagLine {
  readonly name: string;
  readonly closes: boolean;
  readonly hidden: boolean;
  readonly label: string;
}

const TAG_LINE = /^\s{0,40}<(\/?)([A-Za-z][\w.:-]{0,60})((?:\s[^<>]{0,300})?)>\s*$/;

export function tagLine(line: string): TagLine | undefined {
  const [, slash, name, attributes = ''] = TAG_LINE.exec(line) ?? [];
  if (name === undefined) return undefined;
  const type = /\b(?:type|name|title)\s*=\s*["']([^"'<>]{1,100})["']/.exec(attributes)?.[1];
  const words = name.replace(/[_.:-]+/g, ' ');
  return {
    name: name.toLowerCase(),
    closes: slash === '/',
    hidden: HIDDEN_TAGS.has(name.toLowerCase()),
    label: type === undefined ? words : `${type} ${words}`,
  };
}
