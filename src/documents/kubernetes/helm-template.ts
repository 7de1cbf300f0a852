/** Go template actions outside comments; `${{ }}` is GitHub's, and a quoted `{{ x }}` in an annotation is a value. */
export function isHelmTemplate(source: string): boolean {
  return source.split('\n').some((line) => {
    const code = line
      .trim()
      .replace(/(^|\s)#.*$/, '')
      .slice(0, 2000);
    return (
      /^-?[ \t]*\{\{-?\s/.test(code) ||
      /(^|[^$])\{\{-?\s*(\.|include|if|range|with|end|toYaml|template|define)/.test(code)
    );
  });
}
