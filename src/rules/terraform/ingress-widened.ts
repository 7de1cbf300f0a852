import type { TerraformModule } from '../../subjects/terraform-module.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type AddressedBlock, isSwitchedOff, resourcesOf } from './modules/addressed-blocks.ts';
import { type ModuleScope, moduleScope } from './modules/module-scope.ts';
import { movedAddresses } from './modules/moved-addresses.ts';
import { type Cidr, isPrivate, isWider, parseCidr } from './network/cidr.ts';
import { ingressShapes } from './rows/data/ingress-shapes.ts';
import { isAnywhere, type PortRange } from './rows/port-exposure.ts';
import { portsOf, type RuleBody, texts } from './rows/read-ports.ts';
import type { IngressShape } from './rows/row.ts';
import { applies, bodiesOf } from './rows/rule-bodies.ts';

export const ingressWidened: Rule<TerraformModule> = {
  id: 'ingress-widened',
  kinds: ['terraform'],
  title: 'Firewall lets more in',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: {},
  since: '0.1.0',
  on: 'module',
  fixable: true,

  *compare(base, head) {
    if (!base || !head) return;
    const moved = movedAddresses(head);
    const scopes = { base: moduleScope(base), head: moduleScope(head) };
    for (const shape of ingressShapes) {
      const after = new Map(resourcesOf(head, [shape.resource]).map((one) => [one.address, one]));
      for (const before of resourcesOf(base, [shape.resource])) {
        const now = after.get(moved.get(before.address) ?? before.address);
        if (now && !isSwitchedOff(now.block, scopes.head)) yield* widened(shape, before, now, scopes);
      }
    }
  },
};

interface Scopes {
  readonly base: ModuleScope;
  readonly head: ModuleScope;
}

/** One rule of a firewall, as far as it is known. */
interface Opening {
  readonly body: RuleBody;
  readonly ports: readonly PortRange[];
  readonly sources: readonly string[];
}

function openingsOf(shape: IngressShape, block: AddressedBlock['block'], scope: ModuleScope): readonly Opening[] {
  return bodiesOf(block, shape).flatMap((body) => {
    if (!applies(shape, body, scope)) return [];
    const given = body.attributes.filter(({ name }) => shape.sources.includes(name));
    const values = given.map(({ value }) => scope.resolve(value));
    if (values.some(({ known }) => !known)) return [];
    const sources = values.flatMap((value) => (value.known ? texts(value.value) : []));
    return [{ body, ports: portsOf(shape.ports, body, scope), sources }];
  });
}

function* widened(
  shape: IngressShape,
  before: AddressedBlock,
  now: AddressedBlock,
  scopes: Scopes,
): Generator<Observation> {
  const old = openingsOf(shape, before.block, scopes.base);
  for (const opening of openingsOf(shape, now.block, scopes.head)) {
    // What is open to everybody is told by the rules of the table.
    if (opening.sources.some(isAnywhere)) continue;
    if (old.some((one) => key(one.ports) === key(opening.ports) && covers(one.sources, opening.sources))) continue;
    const bySource = old
      .filter((one) => key(one.ports) === key(opening.ports))
      .flatMap((one) => grown(one, opening) ?? []);
    const [wider] = bySource;
    if (wider) yield sourceProblem(shape, before, now, opening, wider);
    else {
      const byPorts = old.find((one) => covers(one.sources, opening.sources) && isMore(opening.ports, one.ports));
      if (byPorts) yield portProblem(before, now, opening, byPorts);
    }
  }
}

function key(ports: readonly PortRange[]): string {
  return ports
    .map(({ from, to, protocol }) => `${protocol}:${from}-${to}`)
    .toSorted()
    .join();
}

function covers(sources: readonly string[], others: readonly string[]): boolean {
  return others.length > 0 && others.every((one) => sources.includes(one));
}

interface Growth {
  readonly from: Cidr;
  readonly to: Cidr;
  readonly old: Opening;
}

/** A source of the new rule that holds a source of the old one and more. */
function grown(old: Opening, opening: Opening): Growth | undefined {
  for (const source of opening.sources) {
    const to = parseCidr(source);
    const from = old.sources.flatMap((text) => parseCidr(text) ?? []).find((one) => to && isWider(to, one));
    if (to && from) return { from, to, old };
  }
  return undefined;
}

/** More ports of the same protocol, and none less. */
function isMore(ports: readonly PortRange[], old: readonly PortRange[]): boolean {
  if (ports.length === 0 || old.length === 0 || key(ports) === key(old)) return false;
  const holds = (wide: PortRange, narrow: PortRange) =>
    wide.from <= narrow.from && wide.to >= narrow.to && (wide.protocol === narrow.protocol || wide.protocol === 'any');
  return old.every((narrow) => ports.some((wide) => holds(wide, narrow)));
}

function sourceProblem(
  shape: IngressShape,
  before: AddressedBlock,
  now: AddressedBlock,
  { body, ports }: Opening,
  { from, to, old }: Growth,
): Observation {
  const at = body.attributes.find(({ name }) => shape.sources.includes(name));
  const was = old.body.attributes.find(({ name }) => name === at?.name);
  const text = was && before.document.source.slice(was.value.range.start, was.value.range.end);
  return {
    path: now.document.path,
    range: at?.range ?? now.block.headerRange,
    key: `${now.address}/${shape.block ?? ''}/${key(ports)}`,
    severity: isPrivate(to) ? 'medium' : 'high',
    message: {
      what: `${quote(now.address)} lets ${quote(to.text)} in where it let ${quote(from.text)}.`,
      why: `That is ${2 ** (from.bits - to.bits)} times as many addresses; each machine among them may now try.`,
      remedy: 'Go back to the addresses it was open to, or name those that need it.',
    },
    related: related(before, was?.range),
    ...(at && text !== undefined
      ? {
          fix: {
            title: `Go back to ${text.replace(/\s+/g, ' ')}`,
            safety: 'review' as const,
            edits: [{ range: at.value.range, text }],
          },
        }
      : {}),
  };
}

function portProblem(before: AddressedBlock, now: AddressedBlock, { body, ports }: Opening, old: Opening): Observation {
  const at = body.attributes.find(({ name }) => /port|protocol/.test(name));
  const told = (ranges: readonly PortRange[]) =>
    quote(ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(', '));
  return {
    path: now.document.path,
    range: at?.range ?? now.block.headerRange,
    key: `${now.address}/ports/${key(old.ports)}`,
    message: {
      what: `${quote(now.address)} opens the ports ${told(ports)} where it opened ${told(old.ports)}.`,
      why: 'Whatever listens there on any machine behind it can now be reached, also what comes later.',
      remedy: 'Open the ports that are needed.',
    },
    related: related(before, old.body.attributes.find(({ name }) => name === at?.name)?.range),
  };
}

function related(before: AddressedBlock, range = before.block.headerRange) {
  return [{ path: before.document.path, side: 'base' as const, range, message: 'As it was.' }];
}
