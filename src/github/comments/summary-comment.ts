import type { Receipt } from '../../types.ts';
import { MAX_COMMENT_BYTES } from '../limits.ts';
import { createOnce } from '../requests/create-once.ts';
import { cutToBytes } from './cut-to-bytes.ts';
import { readMarkers, writeMarker } from './markers.ts';
import { type Conversation, type OwnComment, ownIssueComments } from './own-comments.ts';

/** A fingerprint is some 20 bytes; more of them than this are never said in one pull request. */
const MAX_SAID = 300;

/**
 * Writes the one summary comment, or edits the one that is there. A clean review starts none. `said` are the
 * fingerprints of comments that are not to be posted again, even where somebody deleted them.
 */
export async function putSummary(
  at: Conversation,
  existing: OwnComment | undefined,
  markdown: string,
  said: readonly string[],
  clean: boolean,
): Promise<Receipt['summary']> {
  const body = `${cutToBytes(markdown, MAX_COMMENT_BYTES - MAX_SAID * 20)}\n\n${markers(at, said).join('\n')}`;
  if (existing !== undefined) return await edit(at, existing, body);
  if (clean) return 'none';
  const created = await createOnce(
    at.client,
    () => create(at, body),
    async () => summaryAmong(await ownIssueComments(at)),
  );
  return created === undefined ? 'none' : 'created';
}

/** Our summary among what we wrote; one whose marker somebody cut out is known by its heading. */
export function summaryAmong(own: readonly OwnComment[]): OwnComment | undefined {
  return (
    own.find(({ marker }) => marker?.kind === 'summary') ??
    own.find(({ marker, body }) => marker === undefined && body.startsWith('### Pipewright: '))
  );
}

/** The fingerprints that a summary lists as said. */
export function saidIn(at: Conversation, summary: OwnComment | undefined): readonly string[] {
  const marker = summary && readMarkers(at.scope, summary.body).find(({ kind }) => kind === 'said');
  return marker === undefined ? [] : marker.subject.split(':');
}

/** The one by which the comment is found again stands last. */
function markers({ scope }: Conversation, said: readonly string[]): readonly string[] {
  const summary = writeMarker(scope, { kind: 'summary', subject: '-' });
  if (said.length === 0) return [summary];
  return [writeMarker(scope, { kind: 'said', subject: said.slice(-MAX_SAID).join(':') }), summary];
}

async function create(at: Conversation, body: string): Promise<OwnComment> {
  const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
  const place = { owner: at.owner, repo: at.repo, issue_number: at.number };
  const { data } = await at.client.request(route, { ...place, body, request: { retries: 0 } });
  return { id: data.id, body };
}

async function edit(at: Conversation, existing: OwnComment, body: string): Promise<'updated' | 'unchanged'> {
  if (existing.body === body) return 'unchanged';
  const place = { owner: at.owner, repo: at.repo, comment_id: existing.id };
  await at.client.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', { ...place, body });
  return 'updated';
}
