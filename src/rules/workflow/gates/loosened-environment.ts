import { mapAt, type YamlEntry, type YamlMap } from '../../../documents/yaml/yaml-node.ts';
import type { Observation } from '../../../types.ts';
import { quote } from '../../quote.ts';
import { gateMessage, gateSeverity } from './gate-message.ts';
import type { Gate } from './gate-signs.ts';
import type { StepChange } from './loosened-step.ts';
import { LOOSENING_VARIABLES, type LooseningVariable } from './loosening-variables.ts';
import type { PlacedStep } from './pair-gates.ts';

/** Variables, of a step or of what is around it, by which its check passes or looks at less than on the base. */
export function* loosenedEnvironment(change: StepChange, gate: Gate): Generator<Observation> {
  const before = variablesOf(change.base, change.before);
  const after = variablesOf(change.head, change.after);
  const said = [textOf(change.before), textOf(change.after)];
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const known = LOOSENING_VARIABLES.find((one) => one.name.test(name));
    if (!known || !concerns(known, gate, said) || said.some((text) => known.option.test(text))) continue;
    const [old, now] = [before.get(name), after.get(name)];
    if (isComputed(old) || isComputed(now)) continue;
    const loosening = known.loosens(written(old), written(now));
    if (loosening) yield problem(change, gate, name, { old, now, passes: loosening === 'passes' });
  }
}

/** The variables that a step sees, as far as they are written down. */
function variablesOf(document: StepChange['base'], { step, job }: PlacedStep): ReadonlyMap<string, YamlEntry> {
  const around = document.kind === 'workflow' ? mapAt(document.view.root, 'env') : undefined;
  const maps = [around, job?.env, step.env].filter((map): map is YamlMap => map !== undefined);
  return new Map(maps.flatMap(({ entries }) => entries.map((entry): [string, YamlEntry] => [entry.key.text, entry])));
}

/** What a step runs, with its inputs. */
function textOf({ step }: PlacedStep): string {
  const inputs = (step.with?.entries ?? []).map(({ key }) => key.text);
  return [step.uses?.raw, step.run?.text, ...inputs].filter(Boolean).join('\n');
}

function concerns({ tool }: LooseningVariable, gate: Gate, [before = '', after = '']: readonly string[]): boolean {
  return typeof tool === 'string' ? gate === tool : tool.test(before) && tool.test(after);
}

/** Only a run knows the value. */
function isComputed(entry: YamlEntry | undefined): boolean {
  return entry !== undefined && (entry.value.type !== 'scalar' || entry.value.text.includes('${{'));
}

function written(entry: YamlEntry | undefined): string | undefined {
  return entry?.value.type === 'scalar' ? entry.value.text : undefined;
}

interface Difference {
  readonly old: YamlEntry | undefined;
  readonly now: YamlEntry | undefined;
  readonly passes: boolean;
}

function problem(change: StepChange, gate: Gate, name: string, { old, now, passes }: Difference): Observation {
  const { step } = change.after;
  const by = `${now ? 'With' : 'Without'} ${quote(`${name}: ${written(now ?? old) ?? ''}`)}`;
  const message = gateMessage(
    `${by} the ${gate} ${passes ? 'succeeds whatever it finds' : 'looks at less than it did'}.`,
    gate,
  );
  return {
    range: now?.range ?? step.uses?.node.range ?? step.node.entries[0]?.range ?? step.node.range,
    key: `env/${name}`,
    severity: passes ? gateSeverity(gate) : 'medium',
    confidence: passes ? 'certain' : 'likely',
    message: passes
      ? message
      : { ...message, why: 'What it no longer looks at gets through, and the run is as green as before.' },
    ...(old
      ? { related: [{ path: change.base.path, side: 'base', range: old.range, message: 'It was like this.' }] }
      : {}),
  };
}
