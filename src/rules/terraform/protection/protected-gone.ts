import type { TerraformModule } from '../../../subjects/terraform-module.ts';
import type { Observation, Range, RuleContext } from '../../../types.ts';
import { quote } from '../../quote.ts';
import { addMoved } from '../modules/add-moved.ts';
import { type AddressedBlock, resourcesOf } from '../modules/addressed-blocks.ts';
import type { ModuleScope } from '../modules/module-scope.ts';
import { forgottenAddresses, movedAddresses } from '../modules/moved-addresses.ts';
import { isStateful, protectionsOf } from './protections.ts';

/**
 * A resource with `prevent_destroy` that the head does not have. The protection goes with its block: Terraform destroys what nothing declares any more.
 */
export function* protectedGone(
  before: AddressedBlock,
  base: TerraformModule,
  head: TerraformModule,
  scope: ModuleScope,
  context: RuleContext,
): Generator<Observation> {
  const { address, block, document } = before;
  const isProtected = protectionsOf(block, scope).some(
    ({ name, state }) => name === 'prevent_destroy' && state === 'on',
  );
  if (!isProtected || forgottenAddresses(head).has(address)) return;
  if (movedAddresses(head).has(address) || livesElsewhere(before, head, context)) return;
  if (!head.complete) {
    yield {
      unverified: `${address} is gone from the files that were read`,
      path: head.documents[0]?.path ?? document.path,
    };
    return;
  }
  const successor = successorOf(before, base, head);
  const range: Range = successor?.block.headerRange ?? block.headerRange;
  yield {
    range,
    path: (successor ?? before).document.path,
    ...(successor ? {} : { side: 'base' as const }),
    key: `${address}/gone`,
    severity: isStateful(block.labels[0]?.text ?? '') ? 'critical' : 'high',
    message: {
      what: successor
        ? `${quote(address)} became ${quote(successor.address)} without a ${quote('moved')} block.`
        : `${quote(address)} is gone, and its ${quote('prevent_destroy')} with it.`,
      why: 'Terraform takes it for a resource that nobody wants any more and destroys it: the protection went together with the block.',
      remedy: successor
        ? 'Add the moved block.'
        : `Restore it, or let go of it with a ${quote('removed')} block that has ${quote('destroy = false')}.`,
    },
    related: [{ path: document.path, side: 'base', range: block.headerRange, message: 'It was protected here.' }],
    ...(successor ? { fix: addMoved(address, successor) } : {}),
  };
}

/** In another module of the change: it was moved there, by `moved` or by hands on the state. */
function livesElsewhere({ address }: AddressedBlock, head: TerraformModule, { project }: RuleContext): boolean {
  const modules = project.head.subjects
    .filter(({ type }) => type === 'module')
    .map(({ value }) => value as TerraformModule);
  return modules.some(
    (module) => module.directory !== head.directory && resourcesOf(module).some((one) => one.address === address),
  );
}

/** The only new resource of the same type. */
function successorOf(before: AddressedBlock, base: TerraformModule, head: TerraformModule): AddressedBlock | undefined {
  const type = before.block.labels[0]?.text ?? '';
  const old = new Set(resourcesOf(base, [type]).map(({ address }) => address));
  const added = resourcesOf(head, [type]).filter(({ address }) => !old.has(address));
  const lost = [...old].filter((address) => !resourcesOf(head, [type]).some((one) => one.address === address));
  return added.length === 1 && lost.length === 1 ? added[0] : undefined;
}
