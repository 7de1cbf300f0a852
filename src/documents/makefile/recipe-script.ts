/**
 * The recipes of a Makefile as one shell script of the same length, so that offsets hold: everything else is blank,
 * `$$` is the shell's `$`, and make's own `$(NAME)` is a word whose value is not known.
 */
export function recipeScript(source: string): string {
  let inRecipe = false;
  return source
    .split('\n')
    .map((line) => {
      const isRecipe = line.startsWith('\t') && (inRecipe || line.trim() !== '');
      inRecipe = isRecipe || (inRecipe && line.trim() === '') || /^[^\s#=][^=]*:(?!=)/.test(line);
      return isRecipe && inRecipe ? toShell(line) : blank(line);
    })
    .join('\n');
}

function toShell(line: string): string {
  return line
    .replace(/^\t[@+-]*/, (prefix) => ' '.repeat(prefix.length))
    .replace(/\$\$|\$[({][\w.%@<^?*+-]*[)}]|\$[@<^?*+%]/g, (use) => (use === '$$' ? ' $' : 'x'.repeat(use.length)));
}

function blank(line: string): string {
  return line.replace(/[^\r]/g, ' ');
}
