import type { ChangedFile } from '../../../types.ts';

/** Formats of arrays, tables and weights: nobody writes them by hand. */
const FORMATS =
  /\.(parquet|feather|arrow|orc|avro|pkl|pickle|joblib|h5|hdf5|keras|npy|npz|pt|pth|ckpt|safetensors|gguf|onnx|pb|tflite|tfrecords?|mat|rds|sav)$/i;
const TABLES = /(^|\/)(data|datasets?|raw|processed|interim)\/.*\.(csv|tsv|jsonl|ndjson)(\.gz)?$/i;
const SMALL =
  /(^|\/)(tests?|testing|fixtures?|testdata|examples?|samples?|docs?|demo|assets|static|mocks?)(\/|$)|(^|[._-])(sample|example|tiny|mini|toy|schema)([._-]|$)/i;
/** Fewer lines are a list that somebody keeps. */
const MANY_LINES = 1000;

/** Whether a change adds data or a model to git, as far as its path and its patch tell. */
export function addsData({ path, status, hunks }: ChangedFile): boolean {
  if (status !== 'added' || SMALL.test(path) || isLfsPointer(hunks)) return false;
  if (FORMATS.test(path)) return true;
  const lines = hunks?.reduce((sum, { newLines }) => sum + newLines, 0);
  return TABLES.test(path) && (lines === undefined || lines >= MANY_LINES);
}

/** Git LFS keeps the file elsewhere. */
function isLfsPointer(hunks: ChangedFile['hunks']): boolean {
  return hunks?.[0]?.lines[0]?.startsWith('+version https://git-lfs.github.com/') ?? false;
}
