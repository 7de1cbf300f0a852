/**
 * What calls of the REST API answer with, told by the part of a webhook's payload that has the same fields
 * (https://docs.github.com/en/rest, November 2026). `commit` and `file` have fields of their own.
 */
interface Answer {
  readonly of: readonly string[];
  readonly list: boolean;
}

const PULL = ['github', 'event', 'pull_request'];
const ISSUE = ['github', 'event', 'issue'];
const COMMENT = ['github', 'event', 'comment'];
const REVIEW = ['github', 'event', 'review'];
const RUN = ['github', 'event', 'workflow_run'];

const ANSWERS: Readonly<Record<string, Answer>> = {
  'pulls.get': { of: PULL, list: false },
  'pulls.list': { of: PULL, list: true },
  'repos.listPullRequestsAssociatedWithCommit': { of: PULL, list: true },
  'pulls.listCommits': { of: ['commit'], list: true },
  'pulls.listFiles': { of: ['file'], list: true },
  'pulls.getReview': { of: REVIEW, list: false },
  'pulls.listReviews': { of: REVIEW, list: true },
  'pulls.listReviewComments': { of: COMMENT, list: true },
  'issues.get': { of: ISSUE, list: false },
  'issues.listForRepo': { of: ISSUE, list: true },
  'issues.getComment': { of: COMMENT, list: false },
  'issues.listComments': { of: COMMENT, list: true },
  'actions.getWorkflowRun': { of: RUN, list: false },
  'repos.getCommit': { of: ['commit'], list: false },
};

/** The answer of `group.method`; undefined where nothing in it is known to be an outsider's text. */
export function restAnswer(call: string): Answer | undefined {
  return Object.hasOwn(ANSWERS, call) ? ANSWERS[call] : undefined;
}

/** The fields of commits and files, which the API words in another way. */
export const ANSWER_FIELDS: Readonly<Record<string, readonly string[]>> = {
  'commit.commit': ['github', 'event', 'head_commit'],
  'file.filename': ['filename'],
  'file.previous_filename': ['filename'],
};
