import { blocksOf } from '../../documents/terraform.ts';
import type { TerraformModule } from '../../subjects/terraform-module.ts';
import type { Observation, Rule, RuleContext } from '../../types.ts';
import { quote } from '../quote.ts';
import { addMoved } from './modules/add-moved.ts';
import { type AddressedBlock, resourcesOf } from './modules/addressed-blocks.ts';
import { moduleScope } from './modules/module-scope.ts';
import { forgottenAddresses, importedAddresses, movedAddresses } from './modules/moved-addresses.ts';
import { sameThing } from './modules/same-thing.ts';
import { isStateful, protectionsOf } from './protection/protections.ts';

export const resourceRenamedWithoutMoved: Rule<TerraformModule> = {
  id: 'resource-renamed-without-moved',
  kinds: ['terraform'],
  title: 'Renamed without a moved block',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'reliability',
  aliases: {},
  since: '0.1.0',
  on: 'module',
  fixable: true,

  *compare(base, head, context) {
    if (!base || !head) return;
    const before = addressed(base);
    const after = addressed(head);
    const kept = new Set(after.map(({ address }) => address));
    const old = new Set(before.map(({ address }) => address));
    const settled = new Set([...movedAddresses(head).keys(), ...forgottenAddresses(head)]);
    const gone = before.filter(
      (one) =>
        !kept.has(one.address) &&
        !settled.has(one.address) &&
        !isProtected(one, base) &&
        !livesElsewhere(one, head, context),
    );
    const arrived = new Set(
      after.filter(
        ({ address }) =>
          !old.has(address) && ![...movedAddresses(head).values(), ...importedAddresses(head)].includes(address),
      ),
    );
    for (const one of gone) {
      const matches = [...arrived].filter((other) => sameThing(one, other));
      const [successor] = matches;
      if (!successor || matches.length > 1) continue;
      arrived.delete(successor);
      if (head.complete) yield problem(one, successor);
      else
        yield {
          unverified: `${one.address} may have a moved block in a file that was not read`,
          path: successor.document.path,
        };
    }
  },
};

/** Resources and module calls: what the state knows by name. */
function addressed(module: TerraformModule): readonly AddressedBlock[] {
  const calls = module.documents.flatMap((document) =>
    blocksOf(document.view, 'module').map((block) => ({
      address: `module.${block.labels[0]?.text ?? ''}`,
      block,
      document,
    })),
  );
  return [...resourcesOf(module), ...calls];
}

/** `prevent-destroy-removed` speaks of these. */
function isProtected({ block }: AddressedBlock, base: TerraformModule): boolean {
  return protectionsOf(block, moduleScope(base)).some(
    ({ name, state }) => name === 'prevent_destroy' && state === 'on',
  );
}

/** In another module of the change: it went there by `moved`, or by hands on the state. */
function livesElsewhere({ address }: AddressedBlock, head: TerraformModule, { project }: RuleContext): boolean {
  return project.head.subjects
    .filter(({ type }) => type === 'module')
    .map(({ value }) => value as TerraformModule)
    .some((module) => module.directory !== head.directory && addressed(module).some((one) => one.address === address));
}

function problem(before: AddressedBlock, after: AddressedBlock): Observation {
  const type = before.block.labels[0]?.text ?? '';
  const isModule = before.address.startsWith('module.');
  const stateful = isModule || isStateful(type);
  return {
    path: after.document.path,
    range: after.block.headerRange,
    key: `${after.address}/renamed`,
    severity: stateful ? 'high' : 'medium',
    message: {
      what: `${quote(before.address)} became ${quote(after.address)} without a ${quote('moved')} block.`,
      why: isModule
        ? 'To Terraform that is one module less and another one more: it destroys everything in it and makes it anew.'
        : stateful
          ? 'To Terraform that is one resource less and another one more: it destroys the old one with its data and makes an empty one.'
          : 'To Terraform that is one resource less and another one more: it destroys the old one and makes it anew, with what depends on it.',
      remedy: 'Add the moved block.',
    },
    related: [
      { path: before.document.path, side: 'base', range: before.block.headerRange, message: 'Its name before.' },
    ],
    fix: addMoved(before.address, after),
  };
}
