import { withoutMarkers, writeMarker } from './markers.ts';
import type { Conversation, OwnComment } from './own-comments.ts';

/** Edits a comment to say that its finding is gone since `commit`. */
export async function markFixed(at: Conversation, comment: OwnComment, commit: string): Promise<void> {
  const marker = writeMarker(at.scope, { kind: 'fixed', subject: comment.marker.subject });
  await at.client.request('PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}', {
    owner: at.owner,
    repo: at.repo,
    comment_id: comment.id,
    body: `${fixedBody(withoutMarkers(comment.body), commit)}\n\n${marker}`,
  });
}

/** The title line struck out, then the commit that fixed it, then the rest as it was. */
export function fixedBody(body: string, commit: string): string {
  const [title = '', ...rest] = body.split('\n');
  const [, prefix = '', text = ''] = /^([#>\s]*)(.*)$/.exec(title) ?? [];
  return [`${prefix}~~${text.trim()}~~`, '', `Fixed in ${commit}.`, ...rest].join('\n').trimEnd();
}
