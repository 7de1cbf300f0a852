import { argument, type PythonCall } from '../../../../documents/python.ts';
import { quote } from '../../../quote.ts';
import { pickledInput } from '../../loading/code-loaders.ts';
import { originOf } from '../../loading/origin-of.ts';
import type { CallRow, Found } from '../row.ts';

const HTTP = 'get|post|put|delete|patch|head|options|request|stream';
const CLIENT = new RegExp(`^(requests|httpx)\\.(api\\.)?(${HTTP}|Client|AsyncClient)$`);
const SESSION = /^(requests\.(sessions\.)?[sS]ession|httpx\.(Async)?Client)$/;
const OWN_MACHINE = /^[rbuf]{0,2}["']https:\/\/(localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0)\b/i;
const WEAK = /^(md4|md5|sha|sha1)$/i;
const WEAK_CRYPT = /^crypt\.METHOD_(CRYPT|MD5|BLOWFISH)$/;
/** Beside those that a download is reported for. */
const PICKLES =
  /^(_?pickle|cPickle|dill|cloudpickle|marshal)\.(loads?|Unpickler)$|^jsonpickle\.(decode|unpickler\.(decode|Unpickler))$|^shelve\.(open|DbfilenameShelf)$|^dill\.load_session$/;

/** Calls that trust what they should not. */
export const security: readonly CallRow[] = [
  {
    id: 'tls-unverified',
    title: 'The other end of a connection is not verified',
    severity: 'medium',
    confidence: 'certain',
    domain: 'security',
    aliases: {
      ruff: ['S501', 'S323'],
      bandit: ['B501', 'B323', 'request_with_no_cert_validation', 'ssl_with_no_version'],
      semgrep: ['disabled-cert-validation'],
    },
    inTests: true,
    fixable: true,
    why: 'Anybody on the way can read the credentials that are sent and put other data or another model in place of the real one.',
    remedy: 'Delete `verify=False`; for a certificate of your own pass its authority, `verify="/etc/ssl/own-ca.pem"`.',
    find: unverified,
  },
  {
    id: 'weak-hash',
    title: 'A hash is used that can be forged',
    severity: 'low',
    confidence: 'heuristic',
    strictness: 'pedantic',
    domain: 'security',
    aliases: {
      ruff: ['S324'],
      bandit: ['B303', 'B324', 'hashlib', 'hashlib_insecure_functions'],
      semgrep: ['insecure-hash-algorithm-md5', 'insecure-hash-algorithm-sha1'],
    },
    inTests: true,
    why: 'Two contents with one MD5 or SHA-1 are made in seconds: as a proof of what was downloaded or signed it proves nothing.',
    remedy: 'Use SHA-256, or say that it protects nothing: `usedforsecurity=False`.',
    find: weakHash,
  },
  {
    id: 'pickle-loaded',
    title: 'A pickle is loaded',
    severity: 'low',
    confidence: 'heuristic',
    strictness: 'pedantic',
    domain: 'security',
    aliases: {
      ruff: ['S301', 'S302'],
      bandit: ['B301', 'B302', 'pickle', 'marshal', 'dill', 'jsonpickle', 'shelve_open', 'pandas_read_pickle'],
    },
    inTests: true,
    why: 'Loading runs what the file tells it to run: whoever can write the file, now or later, runs code here.',
    remedy: 'Keep data as Parquet or JSON and models as safetensors, ONNX or skops.',
    find: (call, unit) => {
      const input = pickledInput(call);
      // Of what comes from outside another rule says more.
      if (input && originOf(input.value, call, unit)) return undefined;
      return input || PICKLES.test(call.resolved)
        ? { what: `${quote(call.callee)} runs what its input says.` }
        : undefined;
    },
  },
  {
    id: 'torch-hub-unpinned',
    title: 'Code from a hub is not fixed to a version',
    severity: 'medium',
    confidence: 'likely',
    strictness: 'pedantic',
    domain: 'supply-chain',
    aliases: {},
    why: '`torch.hub.load` runs `hubconf.py` of the default branch: what its owners, or who has taken their account, push next runs here.',
    remedy: 'Name a tag or a commit behind the repository: `owner/name:v1.2.0`.',
    find: (call) => {
      if (call.resolved !== 'torch.hub.load' || call.hasDoubleStarArgs) return undefined;
      if (argument(call, 'source')?.value.value === 'local') return undefined;
      const repository = argument(call, 'repo_or_dir', 0)?.value;
      return typeof repository?.value === 'string' && /^[\w.-]+\/[\w.-]+$/.test(repository.value)
        ? { what: `${quote(repository.text)} names no version.`, range: repository.range }
        : undefined;
    },
  },
];

function unverified(call: PythonCall): Found | undefined {
  if (call.resolved === 'ssl._create_unverified_context') return { what: `${quote(call.callee)} verifies nothing.` };
  const method = call.callee.slice(call.callee.lastIndexOf('.') + 1);
  const isSession = SESSION.test(call.receiver ?? '') && new RegExp(`^(${HTTP})$`).test(method);
  if (!CLIENT.test(call.resolved) && !isSession) return undefined;
  if (call.args.some(({ value }) => OWN_MACHINE.test(value.text))) return undefined;
  const verify = argument(call, 'verify');
  return verify?.value.value === false
    ? {
        what: `${quote(call.callee)} is called with ${quote('verify=False')}.`,
        range: verify.range,
        fix: { title: 'Verify the certificate', range: verify.value.range, text: 'True' },
      }
    : undefined;
}

function weakHash(call: PythonCall): Found | undefined {
  if (/^crypt\.(crypt|mksalt)$/.test(call.resolved)) {
    const method = call.args.find(({ value }) => WEAK_CRYPT.test(value.resolved ?? ''));
    return method && { what: `${quote(method.value.text)} is weak.`, range: method.range };
  }
  const [, name] = /^hashlib\.(\w+)$/.exec(call.resolved) ?? [];
  if (!name || argument(call, 'usedforsecurity')?.value.value === false) return undefined;
  const algorithm = name === 'new' ? argument(call, 'name', 0)?.value.value : name;
  return typeof algorithm === 'string' && WEAK.test(algorithm)
    ? { what: `${quote(call.callee)} makes ${quote(algorithm)}.` }
    : undefined;
}
