import type { HclValue } from '../../../documents/terraform.ts';
import type { TerraformModule } from '../../../subjects/terraform-module.ts';
import type { Fix, Problem, Range } from '../../../types.ts';
import { quote } from '../../quote.ts';
import { type AddressedBlock, isSwitchedOff, resourcesOf } from '../modules/addressed-blocks.ts';
import { type ModuleScope, moduleScope } from '../modules/module-scope.ts';
import { withRegistryModules } from '../registry/with-registry-modules.ts';
import { type Exposure, exposureOf, isAnywhere, isForeignNetwork, type PortRange } from './port-exposure.ts';
import { portsOf, type RuleBody, texts } from './read-ports.ts';
import type { IngressRow, IngressShape } from './row.ts';
import { applies, bodiesOf } from './rule-bodies.ts';

/** The rules of a module that let everybody in. `base` is what the module was before, for a fix that takes a source back. */
export function* ingressProblems(
  row: IngressRow,
  module: TerraformModule,
  base: TerraformModule | undefined,
): Generator<Problem> {
  const scope = moduleScope(module);
  for (const shape of row.shapes) {
    for (const resource of withRegistryModules(module, [shape.resource])) {
      if (isSwitchedOff(resource.block, scope)) continue;
      for (const body of bodiesOf(resource.block, shape)) yield* openings(row, shape, resource, body, scope, base);
    }
  }
}

function* openings(
  row: IngressRow,
  shape: IngressShape,
  resource: AddressedBlock,
  body: RuleBody,
  scope: ModuleScope,
  base: TerraformModule | undefined,
): Generator<Problem> {
  if (!applies(shape, body, scope)) return;
  const ports = portsOf(shape.ports, body, scope);
  const exposures = ports
    .flatMap((one) => exposureOf(one) ?? [])
    .filter(({ opening }) => row.openings.includes(opening));
  const [first] = exposures;
  if (!first) return;
  for (const source of body.attributes.filter(({ name }) => shape.sources.includes(name))) {
    const value = scope.resolve(source.value);
    const open = value.known ? strangersIn(row, value.value) : [];
    if (!value.known || open.length === 0) continue;
    const key = `${resource.address}/${shape.block ?? ''}/${portsKey(ports)}`;
    const fix = sourceBefore(base, shape, resource, source, ports);
    yield {
      path: resource.document.path,
      range: first.range ?? source.range,
      key,
      ...(value.byDefault ? { confidence: 'likely' as const } : {}),
      message: {
        what: `${quote(resource.address)} opens ${listed(exposures)} to ${quote(open[0] ?? '')}, ${reach(open[0] ?? '')}.`,
        why: row.why,
        remedy: fix ? `Go back to the addresses it was open to, or name those that need it.` : row.remedy,
      },
      ...(fix ? { fix } : {}),
    };
  }
}

/** The addresses that a row minds. Modules take them in one text, divided by commas. */
function strangersIn({ to }: IngressRow, value: HclValue): readonly string[] {
  return texts(value)
    .flatMap((text) => text.split(','))
    .filter(to === 'network' ? isForeignNetwork : isAnywhere);
}

/** Three at most. */
function listed(exposures: readonly Exposure[]): string {
  const labels = exposures.map(({ label }) => label);
  if (labels.length > 3) return `${labels.slice(0, 3).join(', ')} and ${labels.length - 3} more`;
  return labels.length < 2 ? labels.join('') : `${labels.slice(0, -1).join(', ')} and ${labels.at(-1)}`;
}

function reach(address: string): string {
  if (isForeignNetwork(address)) return 'a network of the internet';
  return /\/[1-9]\d*$/.test(address) ? 'a large part of the internet' : 'the whole internet';
}

function portsKey(ports: readonly PortRange[]): string {
  return ports.map(({ from, to, protocol }) => `${protocol}:${from}-${to}`).join();
}

/** The same rule before the change was narrower: its source, as it was written. */
function sourceBefore(
  base: TerraformModule | undefined,
  shape: IngressShape,
  { address }: AddressedBlock,
  source: { readonly name: string; readonly value: { readonly range: Range } },
  ports: readonly PortRange[],
): Fix | undefined {
  const resource = base && resourcesOf(base, [shape.resource]).find((one) => one.address === address);
  if (!base || !resource) return undefined;
  const scope = moduleScope(base);
  const same = bodiesOf(resource.block, shape).filter(
    (body) => portsKey(portsOf(shape.ports, body, scope)) === portsKey(ports),
  );
  const before = same.length === 1 ? same[0]?.attributes.find(({ name }) => name === source.name) : undefined;
  if (!before) return undefined;
  const value = scope.resolve(before.value);
  if (value.known && texts(value.value).some(isAnywhere)) return undefined;
  const text = resource.document.source.slice(before.value.range.start, before.value.range.end);
  return {
    title: `Go back to ${text.replace(/\s+/g, ' ')}`,
    safety: 'review',
    edits: [{ range: source.value.range, text }],
  };
}
