import type { EntryPoint } from '../../documents/mlproject/entry-point.ts';
import type { MlprojectDocument } from '../../documents/mlproject.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { type Placeholder, placeholders } from './projects/placeholders.ts';

export const mlprojectUndeclaredParameter: Rule<MlprojectDocument> = {
  id: 'mlproject-undeclared-parameter',
  kinds: ['mlproject'],
  title: 'A command uses a parameter that is not declared',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view, source, problems }) {
    if (problems.length > 0) return;
    for (const entryPoint of view.entryPoints) {
      if (!entryPoint.command) continue;
      const declared = new Set(entryPoint.parameters.map(({ text }) => text));
      const fields = placeholders(entryPoint.command, source);
      const undeclared = fields.filter(({ name }) => !declared.has(name));
      const unique = new Map(undeclared.map((field) => [field.name, field]));
      for (const field of unique.values()) yield problem(entryPoint, field);
      const [first] = fields;
      if (first && undeclared.length === 0)
        yield {
          proof: `${fields.length} of ${fields.length} parameters of a command are declared`,
          range: first.range,
        };
    }
  },
};

function problem({ name, parameters }: EntryPoint, field: Placeholder): Observation {
  const declared = parameters.map(({ text }) => text);
  const isName = /^\w+$/.test(field.name);
  return {
    range: field.range,
    key: `${name}/${field.name}`,
    message: {
      what: `The command of ${quote(name)} uses ${quote(field.text)}; ${declared.length > 0 ? `declared are ${quoteAll(declared)}` : 'the entry point declares no parameters'}.`,
      why: 'MLflow fills in the command before anything starts and stops at a name it does not know, so every run of this entry point fails, even one that passes the value.',
      remedy: isName
        ? `Declare ${quote(field.name)} under ${quote('parameters')}; braces that the shell is to see are written twice.`
        : 'Write the braces twice if the shell or the program is to see them.',
    },
  };
}
