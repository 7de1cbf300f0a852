import { textAt, type YamlNode } from '../../../documents/yaml/yaml-node.ts';
import type { Test } from './row.ts';

/** Something else puts the value in before the manifest is applied. */
const TEMPLATE = /\$[{(]|\{\{|<%|%\}/;

/** Whether a value is one that a row forbids. What is not known is not wrong. */
export function isWrong(test: Test, node: YamlNode): boolean {
  if ('isSet' in test) return true;
  if ('lacks' in test) return node.type === 'list' && lacks(node.items, test.lacks);
  if (node.type !== 'scalar' || TEMPLATE.test(node.text)) return false;
  if ('is' in test) return test.is.includes(plain(node.text));
  if ('isNot' in test) return !test.isNot.has(plain(node.text));
  if ('unlike' in test) return !test.unlike.test(node.text);
  const number = Number(node.text);
  return number >= test.from && number <= test.to;
}

function lacks(items: readonly YamlNode[], wanted: string): boolean {
  const texts = items.map((item) => (item.type === 'scalar' ? item.text : (textAt(item, 'name') ?? '')));
  return !texts.some((text) => TEMPLATE.test(text) || plain(text) === wanted);
}

/** As the cluster reads it: booleans of YAML 1.1, capabilities with and without their prefix, parameters of the kernel with slashes. */
function plain(text: string): string {
  if (/^(yes|on|y)$/i.test(text)) return 'true';
  if (/^(no|off|n)$/i.test(text)) return 'false';
  if (/^(true|false)$/i.test(text)) return text.toLowerCase();
  if (/^(net|kernel|fs)\//.test(text)) return text.replaceAll('/', '.');
  return /^(cap_[a-z_]+|all)$/i.test(text) ? text.toUpperCase().replace(/^CAP_/, '') : text;
}
