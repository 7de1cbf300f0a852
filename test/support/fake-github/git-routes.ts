import { type Handler, NOT_FOUND } from './answer.ts';
import type { DiffRow } from './diff-rows.ts';

/** GitHub lists no more files of a comparison than this. */
const MAX_COMPARED = 300;

/** Commits, comparisons, trees and blobs, straight from the git repository. */
export const gitRoutes: Readonly<Record<string, Handler>> = {
  'GET /repos/{owner}/{repo}/commits/{ref}': ({ state, params }) => {
    const sha = state.git.resolve(params.ref ?? '');
    if (sha === undefined) return NOT_FOUND;
    const { message, parents } = state.git.commitOf(sha);
    return { status: 200, body: { sha, commit: { message }, parents: parents.map((parent) => ({ sha: parent })) } };
  },
  'GET /repos/{owner}/{repo}/compare/{basehead}': ({ state, params }) => {
    const [base, head] = (params.basehead ?? '').split('...').map((revision) => state.git.resolve(revision));
    if (base === undefined || head === undefined) return NOT_FOUND;
    const mergeBase = state.git.mergeBase(base, head);
    const files = state.git.diff(mergeBase, head).slice(0, MAX_COMPARED).map(diffBody);
    const body = { base_commit: { sha: base }, merge_base_commit: { sha: mergeBase }, status: 'ahead', files };
    return { status: 200, body: { ...body, total_commits: 1, ahead_by: 1, behind_by: 0, commits: [] } };
  },
  'GET /repos/{owner}/{repo}/git/matching-refs/{ref}': ({ state, params }) => ({
    status: 200,
    body: state.git
      .branches(params.ref ?? '')
      .map(({ name, sha }) => ({ ref: `refs/heads/${name}`, object: { type: 'commit', sha } })),
  }),
  'GET /repos/{owner}/{repo}/git/trees/{tree_sha}': ({ state, params }) => {
    const sha = state.git.resolve(params.tree_sha ?? '');
    if (sha === undefined) return NOT_FOUND;
    const tree = state.truncateTrees ? [] : state.git.tree(sha);
    return { status: 200, body: { sha, truncated: state.truncateTrees, tree: tree.map(withoutUndefined) } };
  },
  'GET /repos/{owner}/{repo}/git/blobs/{file_sha}': ({ state, params }) => {
    const content = state.git.blob(params.file_sha ?? '');
    const body = { sha: params.file_sha, size: content.length, encoding: 'base64' };
    return { status: 200, body: { ...body, content: content.toString('base64') } };
  },
};

/** A file of a diff as GitHub describes it. */
export function diffBody(row: DiffRow): unknown {
  const { additions, deletions, patch, previousPath } = row;
  return withoutUndefined({
    sha: row.sha,
    filename: row.path,
    status: row.status,
    additions,
    deletions,
    changes: additions + deletions,
    patch,
    previous_filename: previousPath,
  });
}

function withoutUndefined(value: object): unknown {
  return JSON.parse(JSON.stringify(value));
}
