import { argument, type PythonArgument, type PythonCall } from '../../../documents/python.ts';
import type { RuleContext } from '../../../types.ts';
import { pickledInput } from './code-loaders.ts';
import { torchDefault } from './torch-pin.ts';

/** How a call reads a file: as data, or as a program. `none` for calls that read no file. */
export interface LoadSafety {
  readonly form: 'safe' | 'unsafe' | 'none';
  /** Loads with one family can stand in for each other. */
  readonly family: 'option' | 'yaml' | 'weights';
  /** The argument that decides, where it is there. */
  readonly decides?: PythonArgument;
  /** What is to be passed for the safe form. */
  readonly option?: string;
}

interface Option {
  readonly callee: RegExp;
  readonly name: string;
  readonly safe: boolean;
  /** What holds where the argument is absent. */
  readonly absent: 'safe' | 'unsafe' | 'torch';
}

const OPTIONS: readonly Option[] = [
  { callee: /^torch\.load$/, name: 'weights_only', safe: true, absent: 'torch' },
  { callee: /^numpy\.load$/, name: 'allow_pickle', safe: false, absent: 'safe' },
  { callee: /^(tensorflow\.)?keras\.(saving|models)\.load_model$/, name: 'safe_mode', safe: true, absent: 'safe' },
  {
    callee: /(^|\.)(from_pretrained|load_dataset|pipeline|SentenceTransformer|LLM)$/,
    name: 'trust_remote_code',
    safe: false,
    absent: 'safe',
  },
];

const SAFETENSORS = /^safetensors(\.\w+)*\.(load_file|load|load_model|safe_open)$/;
const SAFE_LOADER = /(^|\.)C?SafeLoader$|(^|\.)C?BaseLoader$/;

/** Judges one call; `path` is the file it stands in. */
export function loadSafety(call: PythonCall, path: string, context: RuleContext): LoadSafety {
  if (call.hasDoubleStarArgs) return { form: 'none', family: 'option' };
  const option = OPTIONS.find(({ callee }) => callee.test(call.resolved));
  if (option) return byOption(call, option, path, context);
  if (SAFETENSORS.test(call.resolved)) return { form: 'safe', family: 'weights' };
  if (/^yaml\.(C?safe_load(_all)?)$/.test(call.resolved)) return { form: 'safe', family: 'yaml' };
  if (/^yaml\.(unsafe_load|full_load)(_all)?$/.test(call.resolved)) return { form: 'unsafe', family: 'yaml' };
  if (/^yaml\.load(_all)?$/.test(call.resolved)) {
    const loader = argument(call, 'Loader', 1);
    return { form: SAFE_LOADER.test(loader?.value.resolved ?? '') ? 'safe' : 'unsafe', family: 'yaml' };
  }
  return pickledInput(call) ? { form: 'unsafe', family: 'weights' } : { form: 'none', family: 'option' };
}

function byOption(call: PythonCall, { name, safe, absent }: Option, path: string, context: RuleContext): LoadSafety {
  const decides = argument(call, name);
  // Weights are read by torch.load as well as by safetensors or a pickle.
  const family = name === 'weights_only' ? 'weights' : 'option';
  const known = { family, option: `${name}=${safe ? 'True' : 'False'}` } as const;
  if (decides) {
    const { value } = decides.value;
    if (typeof value !== 'boolean') return { form: 'none', family: 'option' };
    return { ...known, form: value === safe ? 'safe' : 'unsafe', decides };
  }
  if (absent !== 'torch') return { ...known, form: absent };
  return { ...known, form: torchDefault(path, context) === 'safe' ? 'safe' : 'unsafe' };
}
