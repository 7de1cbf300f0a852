/** Characters that git allows in no name of a branch or tag (https://git-scm.com/docs/git-check-ref-format). */
const NO_REF = /[\s~^:\\]|\.\.|@\{|\/\/|^\/|\/$|\.$|\.lock$/;

/** What is wrong with a filter pattern; undefined when it is fine. */
export function globProblem(pattern: string, of: 'ref' | 'path' | 'name'): string | undefined {
  const plain = pattern.replace(/^!/, '');
  if (plain === '') return 'it is empty';
  const unescaped = plain.replace(/\\./g, '');
  if (unbalanced(unescaped)) return 'its `[` has no `]`, or nothing in it';
  if (/(^|[^\w\])*.-])[+?]|^[+?]/.test(unescaped) && /^[+?]|\/[+?]|[+?][+?]/.test(unescaped))
    return '`+` or `?` has nothing before it to repeat';
  if (of === 'ref' && NO_REF.test(unescaped.replace(/\[[^\]]*\]/g, 'x')))
    return 'no branch or tag can have such a name';
  if (of === 'path' && /^\.{1,2}\/|^\//.test(plain))
    return 'paths begin at the root of the repository, without `/` or `./`';
  if (of === 'path' && /^\s|\s$/.test(plain)) return 'it begins or ends with white space';
  return undefined;
}

function unbalanced(pattern: string): boolean {
  const rest = pattern.replace(/\[[^\]]+\]/g, '');
  return rest.includes('[');
}
