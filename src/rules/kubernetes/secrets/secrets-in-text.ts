import { isSecretName } from '../../is-secret-name.ts';
import { judgeSecretValue } from '../../judge-secret-value.ts';

export interface WrittenSecret {
  /** The name under which it stands; its value is never kept. */
  readonly name: string;
  readonly judged: 'weak' | 'strong';
}

const PRIVATE_KEY = /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/;
const SETTING = /^[ \t]*["']?([A-Za-z][\w.-]{0,80})["']?[ \t]*[:=][ \t]*["']?([^\s"']{3,200})["']?[ \t]*,?$/;
/** Enough for every file of settings; nobody reads the rest of a larger one here. */
const MOST_LINES = 2000;

/** Secrets in a value with a name: the value itself, or the settings of a file that it holds. */
export function secretsInText(name: string, text: string): WrittenSecret[] {
  if (PRIVATE_KEY.test(text) && !isFilledIn(text)) return [{ name, judged: 'strong' }];
  if (!text.trim().includes('\n')) {
    const judged = isSecretName(name) && !isFilledIn(text) ? judgeSecretValue(text) : 'none';
    return judged === 'none' ? [] : [{ name, judged }];
  }
  const found = new Map<string, WrittenSecret>();
  for (const line of text.split('\n', MOST_LINES)) {
    const [, key = '', value = ''] = line.length < 400 ? (SETTING.exec(line) ?? []) : [];
    // In a file of settings only what looks generated is sure to be one.
    if (isSecretName(key) && !isFilledIn(value) && judgeSecretValue(value) === 'strong')
      found.set(key, { name: key, judged: 'strong' });
  }
  return [...found.values()];
}

function isFilledIn(text: string): boolean {
  return /\$[({A-Za-z]|\{\{|<[\w -]+>|ENC\[|<path:|\.\.\.|YOUR_|CHANGEME/i.test(text);
}
