import type { DvcDocument } from '../../documents/dvc.ts';
import type { Document, Observation, Range, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { isPlaceholder } from './notebooks/leak-patterns.ts';

/** Options of a remote that let in whoever knows them (https://dvc.org/doc/command-reference/remote/modify). */
const SECRETS =
  'secret_access_key|session_token|password|connection_string|sas_token|account_key|client_secret|gdrive_client_secret|oss_key_secret|token';
const SECRET_OPTION = new RegExp(`^(${SECRETS})$`);
/** `dvc remote modify NAME OPTION VALUE`, as a command in whatever file. */
const COMMAND = new RegExp(
  String.raw`\bdvc\s+remote\s+modify\s+(?:-{1,2}[\w-]+\s+)*[\w.-]+\s+(${SECRETS})\s+(?:-{1,2}[\w-]+\s+)*(["'\\]*)([^\s"'\\]+)`,
  'g',
);
/** An address with user and password, as `dvc import-url` and `dvc import` keep it. */
const ADDRESS = /\b(?:https?|ssh|webdavs?|hdfs|ftp):\/\/[^\s:@/"'<>]{1,64}:([^\s@/"'<>]{3,128})@/g;

export const dvcRemoteCredentials: Rule<Document> = {
  id: 'dvc-remote-credentials',
  kinds: ['dvc', 'script', 'workflow', 'dockerfile', 'notebook'],
  title: 'Credentials of a DVC remote are committed',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    for (const match of document.source.matchAll(COMMAND)) {
      const [whole, option = '', , value = ''] = match;
      if (!isLiteral(value)) continue;
      const end = match.index + whole.indexOf(option) + option.length;
      yield problem(
        { start: match.index, end },
        option,
        `${quote('dvc remote modify')} sets ${quote(option)} to a literal.`,
      );
    }
    if (!isDvc(document)) return;
    for (const { option, value, range, section } of document.view.settings) {
      if (!SECRET_OPTION.test(option) || value === '' || !isLiteral(value)) continue;
      yield problem(range, `${section}/${option}`, `${quote(option)} of the ${section} is a literal.`);
    }
    for (const match of document.source.matchAll(ADDRESS)) {
      if (!isLiteral(match[1] ?? '')) continue;
      const start = match.index;
      const end = start + match[0].indexOf('://');
      yield problem({ start, end }, 'address', 'An address here carries a user and a password.');
    }
  },
};

function isDvc(document: Document): document is DvcDocument {
  return document.kind === 'dvc';
}

/** Not a variable, an expression or an example. */
function isLiteral(value: string): boolean {
  return !/^[$<{%]|\$[{(]|^(my|your)[\w-]*$/i.test(value) && !isPlaceholder(value);
}

function problem(range: Range, key: string, what: string): Observation {
  return {
    range,
    key,
    message: {
      what,
      why: 'Everybody who can read this repository can read, and mostly write, the data and the models in the remote; the history keeps it.',
      remedy: `Revoke it first, then keep it in ${quote('.dvc/config.local')}, in the environment or in the secrets of the runner.`,
    },
  };
}
