import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../documents/workflow.ts';
import type { YamlNode } from '../../documents/yaml/yaml-node.ts';
import type { Fix, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type MissingModule, missingModules } from './scripts/missing-modules.ts';

export const moduleNotImported: Rule<WorkflowDocument | ActionDocument> = {
  id: 'module-not-imported',
  kinds: ['workflow', 'action'],
  title: 'A script uses a module that it does not import',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document) {
    for (const { step, job, key } of stepsOf(document)) {
      const script = step.run ?? step.with?.entries.find((entry) => entry.key.text === 'script')?.value;
      for (const missing of missingModules(document, job, step)) {
        const { name, range, language } = missing;
        const line = lineOf(missing);
        const fix = importFix(script, document.source, line);
        yield {
          range,
          key: `${key}/${name}`,
          message: {
            what: `This script in ${language} uses ${quote(name)}, which nothing in it defines.`,
            why: `The step fails with a ${language === 'Python' ? 'NameError' : 'ReferenceError'} when it gets there, after everything before it has been done.`,
            remedy: `Put ${quote(line)} in front.`,
          },
          ...(fix ? { fix } : {}),
        };
      }
    }
  },
};

function lineOf({ name, language }: MissingModule): string {
  return language === 'Python' ? `import ${name}` : `const ${name} = require('${name}');`;
}

/** In front of the first line of the script, unless that has to stay the first. */
function importFix(script: YamlNode | undefined, source: string, line: string): Fix | undefined {
  if (script?.type !== 'scalar' || script.style !== 'literal') return undefined;
  const { start, end } = script.contentRange;
  const [, blank = '', indent = ''] = /^((?:[^\S\n]*\n)*)([^\S\n]*)/.exec(source.slice(start, end)) ?? [];
  const at = start + blank.length + indent.length;
  if (/^("|'|from __future__|#!)/.test(source.slice(at, at + 20))) return undefined;
  const column = at - (source.lastIndexOf('\n', at - 1) + 1);
  const newLine = source.includes('\r\n') ? '\r\n' : '\n';
  return {
    title: `Add ${line}`,
    safety: 'safe',
    edits: [{ range: { start: at, end: at }, text: `${line}${newLine}${' '.repeat(column)}` }],
  };
}
