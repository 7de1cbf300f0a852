import { stem } from './stem.ts';
import type { Word } from './words-of.ts';

/** Words of ids that say what is wrong or whose it is, not what it is about. */
const SAY_LITTLE: ReadonlySet<string> = new Set(
  `aws azure gcp digitalocean alicloud tencentcloud nifcloud openstack no not missing removed off without allowed in on of the for to and or with by from made moved
  added widened weakened dropped changed lost again public open`.split(/\s+/),
);

/** Ids whose words together mean other things elsewhere. */
const TOO_COMMON: ReadonlySet<string> = new Set([
  'action-inputs',
  'action-metadata',
  'credentials-in-artifact',
  'event-config',
  'fit-on-test',
  'job-needs',
  'permission-scope',
  'secret-literal',
  'sudo-in-run',
  'test-split-touched',
  'aws-config-one-region',
  'insecure-commands',
  'wide-ignores',
  'concurrency-limits',
  'debug-logging-enabled',
  'forbidden-action',
  'local-action-broken',
  'local-action-missing',
  'matrix-values',
  'request-forgery',
  'secret-in-log',
  'secrets-in-artifact',
  'shell-name',
  'size-limits',
  'undocumented-permission',
  'unneeded-permission',
  'object-refused',
  'retired-component',
  'service-account-missing',
  'service-exposed',
  'gcp-gke-monitoring-off',
  'deprecated-api',
  'dependency-confusion',
  'azure-owner-assignment',
  'terraform-naming',
  'duplicate-declaration',
  'object-key-duplicated',
  'undocumented-interface',
  'variable-untyped',
  'lookup-without-default',
  'deprecated-index',
  'aws-user-policy',
  'aws-console-password',
  'aws-previous-generation',
  'gcp-policy-data-public',
  'azure-registry-no-lock',
  'nifcloud-common-network',
  'nifcloud-dns-verification',
  'nifcloud-backup-short',
  'nifcloud-machine-unguarded',
  'tencentcloud-cluster-no-log',
  'tencentcloud-balancer-no-log',
  'aws-sns-aws-key',
  'aws-sqs-aws-key',
]);

const EXPOSED = /^(?:public|private|open|internet|expos|anonym|world|everybody|everyone)/;

/** Words further apart than these belong to different things. */
const NEAR = 4;

export interface IdMatch {
  readonly why: string;
  readonly explained: ReadonlySet<number>;
}

/** By rule: every item of a checklist is compared with all of them. */
const known = new Map<string, readonly string[]>();

/** The stems of the words of an id that tell what it is about. */
function tellingWords(rule: string): readonly string[] {
  const earlier = known.get(rule);
  if (earlier) return earlier;
  const found = rule
    .split('-')
    .filter((word) => !SAY_LITTLE.has(word))
    .map(stem);
  known.set(rule, found);
  return found;
}

/** Whether a text names what a rule is called: all telling words of the id, close together. */
export function matchRuleId(rule: string, words: readonly Word[]): IdMatch | undefined {
  const wanted = TOO_COMMON.has(rule) ? [] : tellingWords(rule);
  if (wanted.length < 2) return undefined;
  if (/-(?:public|open)\b/.test(rule) && !words.some((word) => EXPOSED.test(word.text))) return undefined;
  const places = wanted.map((one) => words.findIndex((word) => word.stem === one));
  if (places.includes(-1)) return undefined;
  if (Math.max(...places) - Math.min(...places) > NEAR) return undefined;
  return { why: places.map((place) => words[place]?.text ?? '').join(' '), explained: new Set(places) };
}
