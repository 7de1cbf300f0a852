import {
  attribute,
  blocksOf,
  type HclAttribute,
  type HclBlock,
  type HclExpression,
} from '../../../documents/terraform.ts';
import type { TerraformModule } from '../../../subjects/terraform-module.ts';
import { type AddressedBlock, resourcesOf } from '../modules/addressed-blocks.ts';
import type { Absent, Made, RegistryModule } from './registry-module.ts';
import { registryModules } from './registry-modules.ts';

/** A resource, or what a call of a well-known module says of the one that it makes. */
export interface SettledResource extends AddressedBlock {
  /** Only for calls: the names whose absence means what it means for the resource. */
  readonly toldByAbsence?: ReadonlySet<string>;
}

const known = new WeakMap<TerraformModule, readonly SettledResource[]>();

/** The resources of the given types, those too that modules of the public registry make of what they are given. */
export function withRegistryModules(module: TerraformModule, types: readonly string[]): readonly SettledResource[] {
  const made = known.get(module) ?? resourcesOfCalls(module);
  known.set(module, made);
  if (made.length === 0) return resourcesOf(module, types);
  return [...resourcesOf(module, types), ...made.filter(({ block }) => types.includes(block.labels[0]?.text ?? ''))];
}

function resourcesOfCalls(module: TerraformModule): readonly SettledResource[] {
  return module.documents.flatMap((document) =>
    blocksOf(document.view, 'module').flatMap((call) => {
      const found = registryModules.find((one) => isCallOf(one, sourceOf(call)));
      const name = call.labels[0];
      if (!found || !name || isEmpty(call)) return [];
      return found.makes.map(
        (made): SettledResource => ({
          address: `module.${name.text}`,
          document,
          block: resourceOf(call, made),
          toldByAbsence: toldByAbsence(made, versionOf(call)),
        }),
      );
    }),
  );
}

/** `create = false` and its like: the call makes nothing. */
function isEmpty(call: HclBlock): boolean {
  return call.attributes.some(
    ({ name, value }) => /^create(_bucket|_cluster|_db_instance)?$/.test(name) && isFalse(value),
  );
}

function isFalse(value: HclExpression): boolean {
  return value.kind === 'literal' && value.value === false;
}

function isCallOf({ source, withSubmodules }: RegistryModule, given: string | undefined): boolean {
  return given === source || (withSubmodules === true && given?.startsWith(`${source}//modules/`) === true);
}

function sourceOf(call: HclBlock): string | undefined {
  const value = attribute(call, 'source')?.value;
  return value?.kind === 'literal' ? String(value.value).replace(/^registry\.terraform\.io\//, '') : undefined;
}

/** The call as the resource: its labels, and of its inputs those that the resource has as well. */
function resourceOf(call: HclBlock, { resource, inputs, blocks }: Made): HclBlock {
  const isInput = ({ name }: HclAttribute) => Object.hasOwn(inputs, name) || name === 'count';
  return {
    ...call,
    type: 'resource',
    labels: [{ text: resource, range: call.headerRange }, ...call.labels],
    attributes: call.attributes.filter(isInput),
    blocks: [...call.blocks.filter(({ type }) => Object.hasOwn(inputs, type)), ...(blocks?.(call) ?? [])],
  };
}

type Version = readonly [major: number, minor: number];

/**
 * The newest version that the constraint allows, where it tells: `6.1.0` is itself, `~> 6.1.0` stays in 6.1, `~> 6.1` in 6.
 * Without any it is the newest.
 */
function versionOf(call: HclBlock): Version | 'newest' | undefined {
  const value = attribute(call, 'version')?.value;
  if (!value) return 'newest';
  if (value.kind !== 'literal') return undefined;
  const [, operator, major, minor, patch] =
    /^\s*(=|~>)?\s*v?(\d+)(?:\.(\d+))?(\.\d+)?\s*$/.exec(String(value.value)) ?? [];
  if (major === undefined || (operator === '~>' && minor === undefined)) return undefined;
  const isOpen = operator === '~>' && patch === undefined;
  return [Number(major), isOpen ? Number.POSITIVE_INFINITY : Number(minor ?? 0)];
}

function toldByAbsence({ inputs }: Made, version: ReturnType<typeof versionOf>): ReadonlySet<string> {
  const isTold = (absent: Absent) => {
    if (typeof absent === 'string') return absent === 'same';
    return version !== undefined && version !== 'newest' && isBefore(version, absent.sameBefore);
  };
  return new Set(Object.entries(inputs).flatMap(([name, absent]) => (isTold(absent) ? [name] : [])));
}

function isBefore([major, minor]: Version, [otherMajor, otherMinor]: Version): boolean {
  return major < otherMajor || (major === otherMajor && minor < otherMinor);
}
