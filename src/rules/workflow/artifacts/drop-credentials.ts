import type { Step } from '../../../documents/workflow/step.ts';
import type { Fix } from '../../../types.ts';
import { setInput } from '../actions/set-input.ts';

/** Sets `persist-credentials: false` on a checkout; undefined where its inputs are not written as a block. */
export function dropCredentials(source: string, step: Step): Fix | undefined {
  const edit = setInput(source, step, 'persist-credentials', 'false');
  return edit && { title: 'Do not keep the token after the checkout', safety: 'review', edits: [edit] };
}
