import type { YamlScalar } from '../../../documents/yaml/yaml-node.ts';
import type { Setting } from './component.ts';

const FLAG = /^--?([a-zA-Z][\w.-]*)(?:=([\s\S]*))?$/;

/** The flags among the words of a command; the last of a name holds, as for the programs themselves. */
export function readFlags(words: readonly YamlScalar[]): ReadonlyMap<string, Setting> {
  const flags = new Map<string, Setting>();
  words.forEach((word, index) => {
    const [, name, value] = FLAG.exec(word.text.trim()) ?? [];
    if (name === undefined) return;
    const next = words[index + 1]?.text ?? '-';
    const text = value ?? (next.startsWith('-') ? 'true' : next);
    for (const [flag, setting] of spread(name, { text, range: word.range, said: said(name, value, text) }))
      flags.set(flag, setting);
  });
  return flags;
}

/** A flag by its own name, and each feature gate by the name `feature-gates.NAME`. */
export function spread(name: string, setting: Setting): [string, Setting][] {
  const flag = name.replaceAll('_', '-');
  const gates = flag === 'feature-gates' ? setting.text.split(',') : [];
  return [
    [flag, setting],
    ...gates.map((gate): [string, Setting] => {
      const [gateName = '', value = 'true'] = gate.split('=').map((part) => part.trim());
      return [`${flag}.${gateName}`, { ...setting, text: value }];
    }),
  ];
}

function said(name: string, value: string | undefined, text: string): string {
  if (value !== undefined) return `--${name}=${value}`;
  return text === 'true' ? `--${name}` : `--${name} ${text}`;
}
