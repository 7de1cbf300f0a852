import type { Receipt } from '../types.ts';
import { createOnce } from './create-once.ts';
import { cutToBytes } from './cut-to-bytes.ts';
import { MAX_COMMENT_BYTES } from './limits.ts';
import { writeMarker } from './markers.ts';
import { type Conversation, type OwnComment, ownIssueComments } from './own-comments.ts';

/** Writes the one summary comment, or edits the one that is there. A clean review starts none. */
export async function putSummary(at: Conversation, markdown: string, clean: boolean): Promise<Receipt['summary']> {
  const body = `${cutToBytes(markdown, MAX_COMMENT_BYTES)}\n\n${writeMarker(at.scope, { kind: 'summary', subject: '-' })}`;
  const existing = await findSummary(at);
  if (existing !== undefined) return await edit(at, existing, body);
  if (clean) return 'none';
  const created = await createOnce(
    () => create(at, body),
    () => findSummary(at),
  );
  return created === undefined ? 'none' : 'created';
}

async function findSummary(at: Conversation): Promise<OwnComment | undefined> {
  return (await ownIssueComments(at)).find(({ marker }) => marker.kind === 'summary');
}

async function create(at: Conversation, body: string): Promise<OwnComment> {
  const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
  const place = { owner: at.owner, repo: at.repo, issue_number: at.number };
  const { data } = await at.client.request(route, { ...place, body, request: { retries: 0 } });
  return { id: data.id, body, marker: { kind: 'summary', subject: '-' } };
}

async function edit(at: Conversation, existing: OwnComment, body: string): Promise<'updated' | 'unchanged'> {
  if (existing.body === body) return 'unchanged';
  const place = { owner: at.owner, repo: at.repo, comment_id: existing.id };
  await at.client.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', { ...place, body });
  return 'updated';
}
