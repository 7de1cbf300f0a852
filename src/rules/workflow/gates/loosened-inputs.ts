import type { Step } from '../../../documents/workflow/step.ts';
import type { YamlEntry } from '../../../documents/yaml/yaml-node.ts';
import { constantText } from './constant-truth.ts';

/** Inputs that make a checking action end with success, by how actions name them. */
const LAX = /^(soft[-_]?fail|no[-_]?fail|warn[-_]?only|continue[-_]on[-_]error|allow[-_]failures?)$/i;
/** Inputs that make it fail when it finds something. */
const STRICT = /^(fail[-_]?build|fail[-_]on[-_](error|violation|findings|failure|alert)|fail[-_]action|exit[-_]code)$/i;

export interface LoosenedInput {
  readonly name: string;
  readonly value: string;
  /** On the head, where the input still stands there. */
  readonly after?: YamlEntry;
  readonly before?: YamlEntry;
}

/** The inputs of a step whose change lets the action succeed whatever it finds. */
export function loosenedInputs(before: Step, after: Step): LoosenedInput[] {
  const found: LoosenedInput[] = [];
  for (const entry of after.with?.entries ?? []) {
    const old = before.with?.entries.find(({ key }) => key.text === entry.key.text);
    const value = constantText(textOf(entry));
    if (value === undefined) continue;
    const loosened = LAX.test(entry.key.text)
      ? isOn(value) && !isOn(textOf(old))
      : STRICT.test(entry.key.text) && !isOn(value) && (old === undefined || isOn(textOf(old)));
    if (loosened) found.push({ name: entry.key.text, value, after: entry, ...(old ? { before: old } : {}) });
  }
  for (const entry of before.with?.entries ?? []) {
    const gone = !after.with?.entries.some(({ key }) => key.text === entry.key.text);
    // Without `exit-code` the scanners that have it succeed; of the others the default is to fail.
    if (gone && /^exit[-_]code$/i.test(entry.key.text) && isOn(textOf(entry)))
      found.push({ name: entry.key.text, value: '', before: entry });
  }
  return found;
}

function textOf(entry: YamlEntry | undefined): string {
  return entry?.value.type === 'scalar' ? entry.value.text.trim() : '';
}

function isOn(value: string): boolean {
  return /^(true|yes|[1-9]\d*)$/i.test(value);
}
