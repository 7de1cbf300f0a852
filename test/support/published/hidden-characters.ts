/** Characters of a text that people do not see: control, bidirectional, zero-width, tags. By their code points. */
export function hiddenCharacters(text: string): readonly string[] {
  const hidden = text.match(/(?![\n\t\r])[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu) ?? [];
  return [...new Set(hidden)].map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase()}`);
}
