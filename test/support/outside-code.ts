/** Markdown without code blocks, code spans and escaped characters, as CommonMark reads them. */
export function outsideCode(markdown: string): string {
  const prose = markdown.replace(/^(`{3,})[^`\n]*\n[\s\S]*?^\1$/gm, '');
  return prose.replace(/\\[!-/:-@[-`{-~]|(`+)(?!`)(?:[^\n]*?[^`\n])\1(?!`)/g, ' ');
}
