/** The value of a plain scalar by the YAML 1.2 core schema (https://yaml.org/spec/1.2.2/#103-core-schema). */
export function coreValue(text: string): string | number | boolean | null {
  // Nearly every value is a word.
  if (/^[^-+.\d~nNtTfF]/.test(text)) return text;
  if (/^(|~|null|Null|NULL)$/.test(text)) return null;
  if (/^(true|True|TRUE)$/.test(text)) return true;
  if (/^(false|False|FALSE)$/.test(text)) return false;
  if (/^[-+]?\d+$/.test(text) || /^0x[\da-fA-F]+$/.test(text)) return Number(text);
  if (/^0o[0-7]+$/.test(text)) return Number.parseInt(text.slice(2), 8);
  if (/^[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$/.test(text)) return Number(text);
  return text;
}
