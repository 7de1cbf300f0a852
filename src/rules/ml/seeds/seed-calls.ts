import type { PythonCall } from '../../../documents/python.ts';

/** Whose random state a call fixes; `all` for helpers that seed everything. */
type SeededState = 'numpy' | 'torch' | 'tensorflow' | 'python' | 'all';

const KNOWN: readonly (readonly [RegExp, SeededState])[] = [
  [/^numpy\.random\.seed$/, 'numpy'],
  [/^torch(\.cuda|\.mps|\.xpu)?\.(manual_seed|manual_seed_all)$|^torch\.random\.manual_seed$/, 'torch'],
  [/^(tensorflow|tf)(\.compat\.v1)?(\.random)?\.(set_seed|set_random_seed)$/, 'tensorflow'],
  [/^random\.seed$/, 'python'],
];

/** `seed_everything(42)`, `set_seed(42)`, `keras.utils.set_random_seed(1)`, `fix_all_seeds()`. */
const HELPER =
  /^_*((set|fix|init|setup|reset|apply|ensure)_?(\w+_)?seeds?(_\w+)?|seed_(everything|all|torch|numpy)|seed|seeds|set_determinis\w+|make_determinis\w+|enable_full_determinism)$/i;

/** Which global random state this call fixes, if it is such a call and it has a seed. */
export function seededState(call: PythonCall): SeededState | undefined {
  const known = KNOWN.find(([pattern]) => pattern.test(call.resolved));
  if (known) return hasSeed(call) ? known[1] : undefined;
  const name = call.resolved.slice(call.resolved.lastIndexOf('.') + 1);
  if (!HELPER.test(name) || call.resolved.startsWith('random.')) return undefined;
  return call.args.some(({ value }) => value.value === null) ? undefined : 'all';
}

function hasSeed(call: PythonCall): boolean {
  if (call.hasStarArgs || call.hasDoubleStarArgs) return true;
  const [first] = call.args;
  return first !== undefined && first.value.value !== null;
}
