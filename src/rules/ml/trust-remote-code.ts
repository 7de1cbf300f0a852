import { argument, type PythonCall } from '../../documents/python.ts';
import type { Fix, Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { callKey, type PlacedCall, placedCalls } from './calls/placed-calls.ts';
import { replaceText } from './calls/replace-text.ts';
import { isHubName, isMovable } from './hub/hub-revision.ts';
import { isTestPath, type PythonSource } from './seeds/python-unit.ts';

export const trustRemoteCode: Rule<PythonSource> = {
  id: 'trust-remote-code',
  kinds: ['python', 'notebook'],
  title: 'Code from a model repository is executed',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document, context) {
    if (isTestPath(document.path)) return;
    for (const placed of placedCalls(document)) {
      const trust = argument(placed.call, 'trust_remote_code');
      if (trust?.value.value !== true || !isMovable(revisionOf(placed.call))) continue;
      const source = sourceOf(placed.call);
      // A folder of this repository is reviewed like all code here.
      if (source !== undefined && (/^[./~]/.test(source) || context.exists(source) === true)) continue;
      yield problem(placed, source);
    }
  },
};

/** `code_revision` fixes the code where it lives in another repository than the weights. */
function revisionOf(call: PythonCall) {
  return argument(call, 'code_revision') ?? argument(call, 'revision');
}

function sourceOf(call: PythonCall): string | undefined {
  const named = call.args.find(({ name }) =>
    /^(model|model_name|path|repo_id|pretrained_model_name_or_path)$/.test(name ?? ''),
  );
  const value = (call.args.find(({ name }) => name === undefined) ?? named)?.value.value;
  return typeof value === 'string' ? value : undefined;
}

function problem(placed: PlacedCall, source: string | undefined): Observation {
  const { call, unit } = placed;
  const trust = argument(call, 'trust_remote_code');
  const from = isHubName(source) ? quote(source) : 'the model repository';
  const fix = refuse(placed);
  return {
    range: unit.toFileRange(trust?.range ?? call.calleeRange),
    key: callKey(call),
    message: {
      what: `${quote(call.callee)} runs Python from ${from}, in whatever version is there when it is called.`,
      why: 'Whoever can push to that repository, or takes over its account, runs code with the credentials of this job.',
      remedy: `Remove ${quote('trust_remote_code=True')} where the library knows the model; otherwise read the code and pin it with a full commit as ${quote('revision')}.`,
    },
    ...(fix ? { fix } : {}),
  };
}

function refuse({ call, unit }: PlacedCall): Fix | undefined {
  const trust = argument(call, 'trust_remote_code');
  const edit = trust?.value.text === 'True' ? replaceText(unit, trust.value.range, 'False') : undefined;
  return edit && { title: 'Do not run code of the model repository', safety: 'review', edits: [edit] };
}
