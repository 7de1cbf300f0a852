import { attribute } from '../../../documents/terraform.ts';
import type { TerraformModule } from '../../../subjects/terraform-module.ts';
import type { Fix, Problem } from '../../../types.ts';
import { quote } from '../../quote.ts';
import { type AddressedBlock, isSwitchedOff } from '../modules/addressed-blocks.ts';
import { type ModuleScope, moduleScope } from '../modules/module-scope.ts';
import { withRegistryModules } from '../registry/with-registry-modules.ts';
import type { Allowed } from './allowed.ts';
import { ALLOWED_VALUES } from './allowed-values.ts';
import { DEFAULT_WEIGHT } from './default-weight.ts';
import { everyBlockAt } from './every-block-at.ts';
import { judgeValue, type Refused } from './judge-value.ts';
import { type WrittenValue, writtenValues } from './written-values.ts';

const TYPES = Object.keys(ALLOWED_VALUES);

/** The values of a module's resources that AWS does not take. */
export function* valueProblems(module: TerraformModule): Generator<Problem> {
  const scope = moduleScope(module);
  for (const resource of withRegistryModules(module, TYPES)) {
    const type = resource.block.labels[0]?.text ?? '';
    if (isSwitchedOff(resource.block, scope)) continue;
    for (const [path, allowed] of Object.entries(ALLOWED_VALUES[type] ?? {}))
      yield* problemsAt(resource, path, allowed, scope);
  }
}

function* problemsAt(resource: AddressedBlock, path: string, allowed: Allowed, scope: ModuleScope): Generator<Problem> {
  const steps = path.split('.');
  const name = steps.pop() ?? '';
  for (const block of everyBlockAt(resource.block, steps)) {
    const given = attribute(block, name);
    for (const value of given ? writtenValues(given.value, scope) : []) {
      const refused = value.isPart ? judgePart(value.text, allowed) : judgeValue(value.text, allowed);
      if (refused) yield problem(resource, path, value, refused);
    }
  }
}

/** What stands around it is not known, so only its characters tell. */
function judgePart(text: string, allowed: Allowed): Refused | undefined {
  if (!('form' in allowed) || !allowed.never?.test(text)) return undefined;
  return { instead: allowed.says, confidence: allowed.isMilder ? 'likely' : 'certain' };
}

function problem({ address, document }: AddressedBlock, path: string, value: WrittenValue, refused: Refused): Problem {
  const fix = value.isHere ? fixOf(value, refused) : undefined;
  return {
    path: document.path,
    range: value.range,
    key: `${address}/${path}/${value.text}`,
    confidence: refused.confidence,
    ...(refused.severity ? { severity: refused.severity } : {}),
    ...(value.byDefault ? DEFAULT_WEIGHT : {}),
    message: {
      what: `${quote(address)} has ${quote(value.text)} for ${quote(path)}${value.byDefault ? ', by the default of a variable' : ''}.`,
      why: 'AWS or its provider refuses the value, so the change cannot be applied.',
      remedy: `Use ${refused.instead}.`,
    },
    ...(fix ? { fix } : {}),
  };
}

function fixOf({ range }: WrittenValue, { meant }: Refused): Fix | undefined {
  if (!meant) return undefined;
  const text = /^\d+$/.test(meant.value) ? meant.value : `"${meant.value}"`;
  return {
    title: `Write ${meant.value}`,
    safety: meant.by === 'letters' ? 'safe' : 'review',
    edits: [{ range, text }],
  };
}
