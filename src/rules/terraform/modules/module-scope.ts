import {
  attribute,
  evaluate,
  type HclExpression,
  type HclScope,
  type HclValue,
  type Known,
} from '../../../documents/terraform.ts';
import type { TerraformModule } from '../../../subjects/terraform-module.ts';

/** A value, and whether it holds only as long as nobody sets the variable it comes from. */
type Resolved =
  | { readonly known: false }
  | { readonly known: true; readonly value: HclValue; readonly byDefault: boolean };

/** Values through locals and the defaults of variables, which a caller or a `.tfvars` file may replace. */
export interface ModuleScope {
  resolve(expression: HclExpression): Resolved;
}

const UNKNOWN: Known = { known: false };

const scopes = new WeakMap<TerraformModule, ModuleScope>();

/** Made once per module: a hundred rules ask for it. */
export function moduleScope(module: TerraformModule): ModuleScope {
  const known = scopes.get(module) ?? makeScope(module);
  scopes.set(module, known);
  return known;
}

function makeScope(module: TerraformModule): ModuleScope {
  const locals = new Map<string, HclExpression>();
  const defaults = new Map<string, HclExpression>();
  for (const block of module.documents.flatMap(({ view }) => view.blocks)) {
    if (block.type === 'locals') for (const one of block.attributes) locals.set(one.name, one.value);
    const value = block.type === 'variable' ? attribute(block, 'default')?.value : undefined;
    const name = block.labels[0]?.text;
    if (value && name !== undefined) defaults.set(name, value);
  }
  return { resolve: (expression) => resolve(expression, locals, defaults) };
}

type Expressions = ReadonlyMap<string, HclExpression>;

function resolve(expression: HclExpression, locals: Expressions, defaults: Expressions): Resolved {
  let byDefault = false;
  const open = new Set<string>();
  const scope: HclScope = ([root, name = '', ...rest]) => {
    if (root === 'data') return ofDataSource(name, rest);
    if (root !== 'local' && root !== 'var') return UNKNOWN;
    const found = (root === 'local' ? locals : defaults).get(name);
    // A default of null says that somebody else decides.
    if (!found || open.has(`${root}.${name}`)) return UNKNOWN;
    open.add(`${root}.${name}`);
    const result = evaluate(found, scope);
    open.delete(`${root}.${name}`);
    if (root === 'var') byDefault = true;
    if (!result.known || (root === 'var' && result.value === null)) return UNKNOWN;
    return inside(result.value, rest);
  };
  const result = evaluate(expression, scope);
  return result.known ? { ...result, byDefault } : result;
}

/** Data sources whose answer is known but for a number: the accounts that every project has. */
const DEFAULT_ACCOUNTS: ReadonlyMap<string, string> = new Map([
  ['google_compute_default_service_account', '0-compute@developer.gserviceaccount.com'],
  ['google_app_engine_default_service_account', 'project@appspot.gserviceaccount.com'],
]);

function ofDataSource(type: string, path: readonly string[]): Known {
  const email = DEFAULT_ACCOUNTS.get(type);
  if (email === undefined) return UNKNOWN;
  const forms: Readonly<Record<string, string>> = {
    email,
    member: `serviceAccount:${email}`,
    id: `projects/project/serviceAccounts/${email}`,
  };
  const value = forms[path.at(-1) ?? ''];
  return value === undefined ? UNKNOWN : { known: true, value };
}

function inside(value: HclValue, path: readonly string[]): Known {
  const [step, ...rest] = path;
  if (step === undefined) return { known: true, value };
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return UNKNOWN;
  return inside((value as Readonly<Record<string, HclValue>>)[step] ?? null, rest);
}
