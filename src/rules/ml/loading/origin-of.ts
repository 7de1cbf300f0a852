import type { PythonCall, PythonExpression } from '../../../documents/python.ts';
import type { Range } from '../../../types.ts';
import type { PythonUnit } from '../seeds/python-unit.ts';

/** Where data comes from that is not of this repository. */
export interface Origin {
  /** `network`: somebody sends it; `download`: it is fetched from a place with a name. */
  readonly kind: 'network' | 'download';
  /** What shows it. */
  readonly text: string;
}

const NETWORK =
  /^(requests|httpx)\.(\w+\.)?(get|post|put|request|stream)$|^urllib\.request\.urlopen$|^urllib3\.|^flask\.request\b|(^|\.)(recv|recvfrom)$/;
const DOWNLOAD =
  /(^|\.)(hf_hub_download|snapshot_download|urlretrieve|get_object|download_file|download_fileobj|download_to_filename|download_as_bytes|download_as_string|download_blob|fget_object)$|^(wget|gdown)\.download$|^(tensorflow\.)?keras\.utils\.get_file$|^boto3\.resource\(\)\.Object/;
const UPLOADED = /\b(UploadFile|SpooledTemporaryFile|Request)\b/;
const ADDRESS = /^[rbf]{0,2}["'](https?|ftp|s3a?|gs|abfss?|wasbs?|hdfs):\/\//i;
const MAX_STEPS = 5;

/** Follows an expression back through the assignments of its function; undefined where nothing says it is foreign. */
export function originOf(value: PythonExpression, call: PythonCall, unit: PythonUnit): Origin | undefined {
  const around = call.within.find((name) => NETWORK.test(name));
  if (around) return { kind: 'network', text: around };
  return inRange(value.range, { call, unit, steps: MAX_STEPS }) ?? savedTo(value, call, unit);
}

interface Search {
  readonly call: PythonCall;
  readonly unit: PythonUnit;
  readonly steps: number;
}

function inRange(range: Range, search: Search): Origin | undefined {
  const { unit, call, steps } = search;
  const text = unit.source.slice(range.start, range.end);
  const address = ADDRESS.exec(text)?.[1];
  if (address) return { kind: /^https?$|^ftp$/i.test(address) ? 'network' : 'download', text: `${address}://` };
  const inside = ({ range: { start, end } }: { readonly range: Range }) => start >= range.start && end <= range.end;
  const names = [...unit.view.calls, ...unit.view.attributes].filter(inside).map(({ resolved }) => resolved);
  const network = names.find((name) => NETWORK.test(name));
  if (network) return { kind: 'network', text: network };
  const download = names.find((name) => DOWNLOAD.test(name));
  if (download) return { kind: 'download', text: download };
  if (steps === 0) return undefined;
  for (const name of new Set(text.replace(/(["']).*?\1/g, '').match(/(?<![.\w])[A-Za-z_]\w*/g))) {
    const found = ofName(name, call, { ...search, steps: steps - 1 }, range.start);
    if (found) return found;
  }
  return undefined;
}

function ofName(name: string, call: PythonCall, search: Search, before: number): Origin | undefined {
  const { view } = search.unit;
  const own = view.functions.find((one) => one.name === call.functionName);
  const parameter = own?.parameters.find((one) => one.name === name);
  if (parameter) {
    const uploaded = UPLOADED.exec(parameter.annotation ?? '')?.[1];
    return uploaded ? { kind: 'network', text: uploaded } : undefined;
  }
  const assigned = view.assignments.findLast(
    (one) => one.name === name && one.functionName === call.functionName && one.range.end <= before,
  );
  return assigned && inRange(assigned.value.range, search);
}

/** `s3.download_file(bucket, key, "m.pkl")` and then `load("m.pkl")`, also through `open`. */
function savedTo(value: PythonExpression, { functionName, range }: PythonCall, unit: PythonUnit): Origin | undefined {
  const text = unit.source.slice(value.range.start, value.range.end);
  const saved = unit.view.calls.find(
    (one) =>
      one.functionName === functionName &&
      one.range.end <= range.start &&
      DOWNLOAD.test(one.resolved) &&
      one.args.some(
        (arg) => arg.value.text.length > 1 && (arg.value.text === text || text.startsWith(`open(${arg.value.text},`)),
      ),
  );
  return saved && { kind: 'download', text: saved.callee };
}
