import type { ComposeDocument, ComposeService } from '../../documents/compose.ts';
import { at, type YamlNode } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Range, Rule } from '../../types.ts';
import { isSecretName } from '../is-secret-name.ts';
import { judgeSecretValue } from '../judge-secret-value.ts';
import { quote } from '../quote.ts';

export const composeSecretLiteral: Rule<ComposeDocument> = {
  id: 'compose-secret-literal',
  kinds: ['compose'],
  title: 'A secret stands in the Compose file',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const service of view.services) {
      for (const variable of variablesOf(at(service.node, 'environment'))) {
        if (isSecret(variable)) yield problem(service, variable);
      }
    }
  },
};

interface Variable {
  readonly name: string;
  /** Of the name: the value gets into no report. */
  readonly range: Range;
  readonly value: string;
}

/** A mapping, or a list of `NAME=value`. */
function variablesOf(node: YamlNode | undefined): readonly Variable[] {
  if (node?.type === 'map')
    return node.entries.flatMap(({ key, value }) =>
      value.type === 'scalar' ? [{ name: key.text, range: key.range, value: value.text }] : [],
    );
  if (node?.type !== 'list') return [];
  return node.items.flatMap((item) => {
    const at = item.type === 'scalar' ? item.text.indexOf('=') : -1;
    return item.type === 'scalar' && at > 0
      ? [{ name: item.text.slice(0, at), range: item.range, value: item.text.slice(at + 1) }]
      : [];
  });
}

/** A word such as `postgres` opens a database on somebody's own machine: only what looks generated is told. */
function isSecret({ name, value }: Variable): boolean {
  if (/-{3,5}BEGIN [A-Z ]*PRIVATE KEY-{3,5}/.test(value)) return true;
  return isSecretName(name) && judgeSecretValue(value) === 'strong';
}

function problem(service: ComposeService, { name, range }: Variable): Observation {
  return {
    range: { start: range.start, end: range.start + name.length },
    key: `${service.name}/${name}`,
    message: {
      what: `The service ${quote(service.name)} has the value of ${quote(name)} written out.`,
      why: 'Everybody who can read the repository has it, and deleting the line does not take it out of the history.',
      remedy: `Replace it where it is in use, and take the new one from ${quote('secrets:')} or from a file that is not in the repository.`,
    },
  };
}
