import { withoutMarkers, writeMarker } from './markers.ts';
import type { Conversation } from './own-comments.ts';
import { minimizeComment, type OwnThread, resolveThread } from './own-threads.ts';

/**
 * Says in a comment of ours that its finding is gone. Where nobody answered it is hidden too, and where the
 * installation may, its thread is resolved; what people discuss stays open to them.
 */
export async function markFixed(at: Conversation, thread: OwnThread, commit: string): Promise<void> {
  const marker = writeMarker(at.scope, { kind: 'fixed', subject: thread.marker.subject });
  await at.client.request('PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}', {
    owner: at.owner,
    repo: at.repo,
    comment_id: thread.id,
    body: `${fixedBody(withoutMarkers(thread.body), commit)}\n\n${marker}`,
  });
  if (thread.answered) return;
  if (!thread.minimized) await minimizeComment(at.client, thread.nodeId);
  if (thread.resolved) return;
  const resolver = thread.mayResolve ? at.client : await at.committer?.();
  if (resolver !== undefined) await resolveThread(resolver, thread.threadId);
}

/**
 * The title line struck out, then the commit without it, then the rest as it was. It may have been fixed, reverted or
 * merged elsewhere: we only know that this change no longer brings it.
 */
export function fixedBody(body: string, commit: string): string {
  const [title = '', ...rest] = body.split('\n');
  const [, prefix = '', text = ''] = /^([#>\s]*)(.*)$/.exec(title) ?? [];
  return [`${prefix}~~${text.trim()}~~`, '', `Fixed or no longer in this change as of ${commit}.`, ...rest]
    .join('\n')
    .trimEnd();
}
