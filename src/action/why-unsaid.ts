import type { Narrowed } from './comment-rights.ts';

/** Why a review that has something to say is not commented. `refused`: the token was tried, and GitHub said no. */
export type Unsaid = Narrowed | 'refused';

const ELSEWHERE = 'All findings stand in this summary, the worst in the annotations, and the exit code is the same.';

/** Says why there are no comments, and what to do about it; for the log, an annotation and the job summary. */
export function whyUnsaid(unsaid: Unsaid): string {
  switch (unsaid) {
    case 'fork':
      return `No comments: this pull request comes from a fork, and GitHub gives its runs a token that can only read. ${ELSEWHERE} To have comments on forks too, add the workflow that publishes on \`workflow_run\`, or use the App: see Forks in docs/action.md.`;
    case 'dependabot':
      return `No comments: Dependabot started this run, and its token can only read. ${ELSEWHERE} To have comments, give this job \`permissions\` with \`pull-requests: write\`, which Dependabot's runs honour.`;
    case 'refused':
      return `No comments: GitHub refused to let the token of this job write ("Resource not accessible"). ${ELSEWHERE} To have comments, give this job \`permissions\` with \`pull-requests: write\`; where the token can only read whatever the job says, see Forks in docs/action.md.`;
  }
}
