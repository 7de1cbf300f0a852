import type { Step } from '../../documents/workflow/step.ts';
import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../documents/workflow.ts';
import type { YamlScalar } from '../../documents/yaml/yaml-node.ts';
import type { Fix, Problem, Rule } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { type DeclaredInputs, declaredInputs } from './actions/declared-inputs.ts';
import { localActionNeeds } from './actions/local-action.ts';
import { closestName } from './jobs/closest-name.ts';
import { isSlip } from './jobs/is-slip.ts';

type Subject = WorkflowDocument | ActionDocument;

export const actionInputs: Rule<Subject> = {
  id: 'action-inputs',
  kinds: ['workflow', 'action'],
  title: 'An action gets inputs that it does not take, or lacks one',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { actionlint: ['action'], languageservices: ['action-reference'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  needs: localActionNeeds,

  *check(document, context) {
    let steps = 0;
    let wrong = 0;
    for (const { step, key } of stepsOf(document)) {
      const declared = declaredInputs(document, step, context);
      if (!declared) continue;
      steps += 1;
      for (const found of inputProblems(step, declared)) {
        wrong += 1;
        yield { ...found, key: `${key}/${found.key}` };
      }
    }
    const [first] = document.view.root.entries;
    if (first && steps > 0 && wrong === 0)
      yield { proof: `${steps} steps give their actions inputs that these take`, range: first.key.range };
  },
};

function* inputProblems(step: Step, declared: DeclaredInputs): Generator<Problem> {
  const given = step.with?.entries ?? [];
  const names = new Set(given.map(({ key }) => key.text.toLowerCase()));
  for (const { key } of given) {
    if (key.text.includes('${{')) continue;
    const name = key.text.toLowerCase();
    const instead = declared.instead(name);
    if (!takes(declared, name)) yield* unknown(step, key, declared, names);
    else if (instead !== undefined) yield deprecated(step, key, instead, names, declared);
  }
  for (const name of declared.required) {
    if (names.has(name.toLowerCase()) || given.some(({ key }) => mayStandFor(key.text, name))) continue;
    if (declared.known() !== 'other') yield missing(step, name, declared);
  }
}

/** A name that is computed may be any, and a mistyped one is told as such. */
function mayStandFor(given: string, name: string): boolean {
  return given.includes('${{') || isSlip(given, name);
}

function takes({ lower, open }: DeclaredInputs, name: string): boolean {
  return lower.has(name) || open.some((beginning) => name.startsWith(beginning));
}

function* unknown(
  step: Step,
  key: YamlScalar,
  declared: DeclaredInputs,
  given: ReadonlySet<string>,
): Generator<Problem> {
  const free = declared.names.filter((name) => !given.has(name.toLowerCase()) && !name.endsWith('*'));
  const near = closestName(key.text, free);
  const slip = near !== undefined && isSlip(key.text, near);
  const known = declared.known();
  if (known === 'other' && !slip) return;
  const sure = slip && known !== 'other';
  yield {
    range: key.range,
    key: `with/${key.text.toLowerCase()}`,
    ...(sure ? {} : { severity: 'medium', confidence: confidenceOf(known) }),
    message: {
      what: `${quote(step.uses?.raw ?? '')} takes no input ${quote(key.text)}.`,
      why: 'GitHub warns in the log and runs the step without it: the action does what it does by default.',
      remedy: near ? `Did you mean ${quote(near)}?` : remedyFor(declared),
    },
    ...(slip ? { fix: rename(key, near) } : {}),
  };
}

/** Code may read inputs that nobody declared, and a version that still grows may have new ones. */
function confidenceOf(known: ReturnType<DeclaredInputs['known']>): 'likely' | 'heuristic' {
  return known === 'whole' ? 'likely' : 'heuristic';
}

function remedyFor({ own, names }: DeclaredInputs): string {
  if (names.length === 0) return 'It takes none: take it out.';
  return own ? `It declares ${quoteAll(names)}.` : 'Look the inputs of this version up, or take it out.';
}

function deprecated(
  step: Step,
  key: YamlScalar,
  instead: string,
  given: ReadonlySet<string>,
  { own }: DeclaredInputs,
): Problem {
  const successor = own ? undefined : /^Write `([\w-]+)`\.$/.exec(instead)?.[1];
  return {
    range: key.range,
    key: `with/${key.text.toLowerCase()}/deprecated`,
    severity: 'low',
    message: {
      what: `The input ${quote(key.text)} of ${quote(step.uses?.raw ?? '')} is deprecated.`,
      why: 'A later version takes it no longer, and then the step runs without it.',
      remedy: own ? `The action says: ${quote(instead)}.` : instead,
    },
    ...(successor && !given.has(successor) ? { fix: rename(key, successor) } : {}),
  };
}

function missing(step: Step, name: string, { own }: DeclaredInputs): Problem {
  return {
    range: step.uses?.node.range ?? step.node.range,
    key: `with/${name}/missing`,
    message: {
      what: `${quote(step.uses?.raw ?? '')} requires the input ${quote(name)}, and the step does not give it.`,
      why: own
        ? 'GitHub hands an empty text over: the action fails, or works with nothing where a value belongs.'
        : 'The action fails without it.',
      remedy: `Give it under ${quote('with')}.`,
    },
  };
}

function rename(key: YamlScalar, name: string): Fix {
  return { title: `Write ${name}`, safety: 'review', edits: [{ range: key.contentRange, text: name }] };
}
