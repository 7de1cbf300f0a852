import { MAX_COMMENT_BYTES } from '../limits.ts';
import { createOnce } from '../requests/create-once.ts';
import { cutToBytes } from './cut-to-bytes.ts';
import { type Marker, noteMarker, readMarkers, writeMarker } from './markers.ts';
import { type Conversation, ownIssueComments, ownLineComments } from './own-comments.ts';

/** A comment of somebody: on the pull request, or in the thread of a line. */
export interface AskingComment {
  readonly id: number;
  /** The comment that begins the thread it stands in; absent on the pull request itself. */
  readonly thread?: number;
}

export type Reaction = '+1' | 'confused';

/** Whether we have answered a comment already: GitHub may deliver it twice, and a process may die in between. */
export async function isAnswered(at: Conversation, asking: AskingComment): Promise<boolean> {
  const own = asking.thread === undefined ? await ownIssueComments(at) : await ownLineComments(at);
  return own.some(({ body }) => readMarkers(at.scope, body).some((marker) => answers(marker, asking)));
}

/** Answers a comment where it stands, once. `markers` are remembered with the answer. */
export async function answerComment(
  at: Conversation,
  asking: AskingComment,
  markdown: string,
  markers: readonly Marker[] = [],
): Promise<void> {
  const text = cutToBytes(markdown, MAX_COMMENT_BYTES);
  const notes = markers.length === 0 ? [] : [noteMarker(text)];
  const all = [...markers, ...notes, { kind: 'answer', subject: String(asking.id) } as const];
  const hidden = all.map((marker) => writeMarker(at.scope, marker)).join('\n');
  const body = `${text}\n\n${hidden}`;
  await createOnce(
    at.client,
    () => post(at, asking, body),
    async () => ((await isAnswered(at, asking)) ? true : undefined),
  );
}

/** A reaction says enough where words would only make noise. Repeating it changes nothing. */
export async function react(at: Conversation, { id, thread }: AskingComment, content: Reaction): Promise<void> {
  const place = { owner: at.owner, repo: at.repo, comment_id: id, content };
  await at.client.request(
    thread === undefined
      ? 'POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions'
      : 'POST /repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions',
    place,
  );
}

function answers({ kind, subject }: Marker, { id }: AskingComment): boolean {
  return kind === 'answer' && subject === String(id);
}

async function post(at: Conversation, { thread }: AskingComment, body: string): Promise<true> {
  const place = { owner: at.owner, repo: at.repo, body, request: { retries: 0 } };
  if (thread === undefined) {
    await at.client.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
      ...place,
      issue_number: at.number,
    });
  } else {
    await at.client.request('POST /repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies', {
      ...place,
      pull_number: at.number,
      comment_id: thread,
    });
  }
  return true;
}
