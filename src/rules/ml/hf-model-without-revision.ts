import { argument, type PythonCall } from '../../documents/python.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { calledName, callKey, type PlacedCall, placedCalls } from './calls/placed-calls.ts';
import { isHubName, isMovable } from './hub/hub-revision.ts';
import { isTestPath, type PythonSource } from './seeds/python-unit.ts';

export const hfModelWithoutRevision: Rule<PythonSource> = {
  id: 'hf-model-without-revision',
  kinds: ['python', 'notebook'],
  title: 'Model from a hub is not pinned to a commit',
  severity: 'low',
  confidence: 'likely',
  // Nearly nobody pins; the teams that do want to hear of it.
  strictness: 'pedantic',
  domain: 'supply-chain',
  aliases: { ruff: ['S615'], bandit: ['B615', 'huggingface_unsafe_download'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document, context) {
    if (isTestPath(document.path)) return;
    const downloads = placedCalls(document).flatMap((placed) => {
      const name = downloadedBy(placed.call);
      return name !== undefined && context.exists(name) !== true ? [{ placed, name }] : [];
    });
    const open = downloads.filter(({ placed }) => isMovable(argument(placed.call, 'revision')));
    for (const { placed, name } of open) yield problem(placed, name);
    const [first] = downloads;
    if (first && open.length === 0)
      yield {
        proof: `${downloads.length} of ${downloads.length} downloads from a hub name a commit`,
        range: first.placed.unit.toFileRange(first.placed.call.calleeRange),
      };
  },
};

/** The `owner/name` that a call fetches from the Hugging Face hub, if it is one. */
function downloadedBy(call: PythonCall): string | undefined {
  if (call.hasDoubleStarArgs) return undefined;
  const name = calledName(call);
  const given =
    name === 'from_pretrained'
      ? argument(call, 'pretrained_model_name_or_path', 0)
      : /^(hf_hub_download|snapshot_download)$/.test(name)
        ? argument(call, 'repo_id', 0)
        : call.resolved === 'datasets.load_dataset'
          ? argument(call, 'path', 0)
          : undefined;
  const value = given?.value.value;
  return isHubName(value) ? value : undefined;
}

function problem({ call, unit }: PlacedCall, name: string): Observation {
  const revision = argument(call, 'revision')?.value.text;
  return {
    range: unit.toFileRange(call.calleeRange),
    key: `${callKey(call)}/${name}`,
    message: {
      what: revision
        ? `${quote(name)} is loaded at ${quote(revision)}, which can move.`
        : `${quote(name)} is loaded in whatever version the hub has.`,
      why: 'The same commit of this repository gives another model next month, and a taken-over account reaches your jobs.',
      remedy: `Pass the commit it was tested with as ${quote('revision')}.`,
    },
  };
}
