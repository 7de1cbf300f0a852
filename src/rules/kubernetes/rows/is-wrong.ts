import { textAt, type YamlNode } from '../../../documents/yaml/yaml-node.ts';
import type { Test } from './row.ts';

/** Something else puts the value in before the manifest is applied. */
const TEMPLATE = /\$[{(]|\{\{|<%|%\}/;

/** Whether a value is one that a row forbids. What is not known is not wrong. */
export function isWrong(test: Test, node: YamlNode): boolean {
  if ('isSet' in test) return true;
  if ('lacks' in test) return node.type === 'list' && test.lacks.every((wanted) => lacks(node.items, wanted));
  if (node.type !== 'scalar' || TEMPLATE.test(node.text)) return false;
  if ('is' in test) return test.is.includes(plain(node.text));
  if ('isNot' in test) return !test.isNot.has(plain(node.text)) && !test.isNot.has(capability(node.text));
  if ('unlike' in test) return !test.unlike.test(node.text);
  const number = Number(node.text);
  return number >= test.from && number <= test.to;
}

function lacks(items: readonly YamlNode[], wanted: readonly string[]): boolean {
  const texts = items.map((item) => (item.type === 'scalar' ? item.text : (textAt(item, 'name') ?? '')));
  if (texts.some((text) => TEMPLATE.test(text))) return false;
  const given = new Set(texts.flatMap((text) => [text, capability(text)]));
  return !wanted.every((one) => given.has(one));
}

/** As the cluster reads it: booleans of YAML 1.1, and parameters of the kernel with slashes. */
function plain(text: string): string {
  if (/^(true|yes|on|y)$/i.test(text)) return 'true';
  if (/^(false|no|off|n)$/i.test(text)) return 'false';
  return /^(net|kernel|fs)\//.test(text) ? text.replaceAll('/', '.') : text;
}

/** Runtimes take capabilities in small letters too, and with the prefix that the kernel gives them. */
function capability(text: string): string {
  return text.toUpperCase().replace(/^CAP_/, '');
}
