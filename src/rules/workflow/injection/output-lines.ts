/** The values that a script writes under a name to GITHUB_OUTPUT or GITHUB_ENV, as shell text. */
export function outputLines(script: string, name: string, file: 'GITHUB_OUTPUT' | 'GITHUB_ENV'): string[] {
  const lines = script.split('\n');
  const writes = script.includes(file);
  const values: string[] = [];
  for (const [i, line] of lines.entries()) {
    const command = /::set-(?:output|env) name=([\w-]+)::(.*)/.exec(line);
    if (command && same(command[1], name)) values.push(command[2] ?? '');
    if (!writes) continue;
    const pair = /^\s*(?:echo|printf)\s+(?:-\w+\s+)*["']?([\w-]+)(=|<<)(.*)$/.exec(line);
    if (!pair || !same(pair[1], name)) continue;
    if (pair[2] === '=') values.push((pair[3] ?? '').replace(/>>.*$/, ''));
    else values.push(...lines.slice(i + 1, i + 4));
  }
  return values;
}

function same(found: string | undefined, name: string): boolean {
  return found?.toLowerCase() === name.toLowerCase();
}
