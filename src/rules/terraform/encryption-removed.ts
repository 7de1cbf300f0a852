import type { TerraformModule } from '../../subjects/terraform-module.ts';
import type { Edit, Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { restoreLines } from '../restore-lines.ts';
import { type EncryptionSetting, encryptionSettings } from './encryption/encryption-settings.ts';
import { encryptionRows, settingName } from './encryption/setting-name.ts';
import { type AddressedBlock, isSwitchedOff, resourcesOf } from './modules/addressed-blocks.ts';
import { moduleScope } from './modules/module-scope.ts';
import { movedAddresses } from './modules/moved-addresses.ts';

export const encryptionRemoved: Rule<TerraformModule> = {
  id: 'encryption-removed',
  kinds: ['terraform'],
  title: 'Encryption was removed',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: {},
  since: '0.1.0',
  on: 'module',
  fixable: true,
  supersedes: encryptionRows.map(({ id }) => id),

  *compare(base, head) {
    if (!base || !head) return;
    const scopes = { base: moduleScope(base), head: moduleScope(head) };
    const moved = movedAddresses(head);
    const after = new Map(resourcesOf(head).map((resource) => [resource.address, resource]));
    for (const before of resourcesOf(base)) {
      const now = after.get(moved.get(before.address) ?? before.address);
      if (!now || isSwitchedOff(now.block, scopes.head)) continue;
      const current = encryptionSettings(now.block, scopes.head);
      const lost = encryptionSettings(before.block, scopes.base).filter(({ state }) => state === 'on');
      for (const old of lost) yield* loss(before, now, old, current);
    }
  },
};

function* loss(
  before: AddressedBlock,
  now: AddressedBlock,
  old: EncryptionSetting,
  current: readonly EncryptionSetting[],
): Generator<Observation> {
  const type = now.block.labels[0]?.text ?? '';
  const known = settingName(type, old.name);
  const same = current.filter(({ name }) => settingName(type, name) === known);
  if (same.some(({ state }) => state !== 'off')) return;
  const [given] = same;
  if (!given && (isWrittenAnew(old, current) || hasDynamic(now, old))) return;
  const isKey = old.sort === 'key';
  yield {
    ...(given
      ? { range: given.attribute.range, path: now.document.path }
      : { range: old.attribute.range, path: before.document.path, side: 'base' as const }),
    key: `${now.address}/${known}`,
    // Without the setting the provider decides, and some encrypt all the same.
    severity: isKey ? 'medium' : 'high',
    ...(given ? {} : { confidence: 'likely' as const }),
    message: {
      what: given
        ? `${quote(now.address)} now has ${quote(textOf(now, given))}.`
        : `${quote(now.address)} lost ${quote(textOf(before, old))}.`,
      why: isKey
        ? 'What is written from now on is not under the key that you guard, or under none; for many services the change replaces the resource.'
        : 'What is written or sent from now on is in clear; for many services the change replaces the resource, with its data.',
      remedy: 'Restore it, or say in a change of its own why it can go.',
    },
    ...(given
      ? {
          related: [
            { path: before.document.path, side: 'base' as const, range: old.attribute.range, message: 'As it was.' },
          ],
        }
      : {}),
    ...fixOf(before, now, old, given),
  };
}

/** The same under another name: providers rename their settings, and a key may stand for a switch. */
function isWrittenAnew(old: EncryptionSetting, current: readonly EncryptionSetting[]): boolean {
  const last = old.name.split('.').at(-1);
  return current.some(
    ({ name, state, sort }) => state !== 'off' && (sort === old.sort || name.split('.').at(-1) === last),
  );
}

function hasDynamic({ block }: AddressedBlock, { name }: EncryptionSetting): boolean {
  const [first] = name.split('.');
  return block.blocks.some(({ type, labels }) => type === 'dynamic' && labels[0]?.text === first);
}

function textOf({ document }: AddressedBlock, { attribute }: EncryptionSetting): string {
  return document.source.slice(attribute.range.start, attribute.range.end);
}

function fixOf(
  before: AddressedBlock,
  now: AddressedBlock,
  old: EncryptionSetting,
  given: EncryptionSetting | undefined,
) {
  if (given && given.name !== old.name && !isBoolean(given)) return {};
  const source = before.document.source;
  const text = source.slice(old.attribute.value.range.start, old.attribute.value.range.end);
  const edit: Edit | undefined = given
    ? { range: given.attribute.value.range, text }
    : old.parent === before.block
      ? restoreLines(source, old.attribute.range, now.document.source, now.block.range)
      : undefined;
  if (!edit) return {};
  return {
    fix: {
      title: `Restore ${given?.name ?? old.name}`,
      safety: 'review' as const,
      edits: [{ path: now.document.path, ...edit }],
    },
  };
}

/** What stands under another name has another form of value, unless it is a switch. */
function isBoolean({ attribute: { value } }: EncryptionSetting): boolean {
  return value.kind === 'literal' && typeof value.value === 'boolean';
}
