import type { GitRepository } from './git-repository.ts';
import type { Permissions } from './permissions.ts';

export interface FakePull {
  readonly number: number;
  readonly author: string;
  title: string;
  body: string;
  base: string;
  readonly branch: string;
  headSha: string;
  draft: boolean;
  open: boolean;
  /** The head lives in another repository. */
  readonly fork: boolean;
  /** What it became on its base branch, and what that was before; absent until then. */
  merged?: { readonly commit: string; readonly base: string };
}

export interface FakeAnnotation {
  readonly path: string;
  readonly start_line: number;
  readonly annotation_level: string;
  readonly message: string;
}

export interface FakeCheckRun {
  readonly id: number;
  readonly name: string;
  readonly headSha: string;
  externalId: string;
  status: string;
  conclusion: string | null;
  title: string | null;
  summary: string | null;
  text: string | null;
  buttons: readonly string[];
  readonly annotations: FakeAnnotation[];
  /** Of another App: its id. */
  readonly app?: number;
}

export interface FakeReview {
  readonly id: number;
  readonly pull: number;
  readonly commit: string;
  body: string;
  readonly login: string;
  state: 'COMMENTED' | 'APPROVED' | 'CHANGES_REQUESTED' | 'DISMISSED';
  readonly submittedAt: string;
  /** When somebody edited it. */
  editedAt?: string;
}

/** Who wrote and who committed a commit; null for somebody whom GitHub does not know. */
export interface FakePeople {
  readonly author: string | null;
  readonly committer: string | null;
}

/** A push, as the activity of a repository shows it. */
export interface FakePush {
  readonly branch: string;
  readonly actor: string | null;
  readonly before: string;
  readonly after: string;
}

export interface FakeComment {
  readonly id: number;
  readonly pull: number;
  readonly login: string;
  body: string;
  /** Absent for a comment on the pull request itself. */
  readonly path?: string;
  readonly line?: number;
  readonly side?: string;
  readonly commit?: string;
  readonly review?: number;
  /** The comment that begins its thread; absent for that one itself. */
  readonly replyTo?: number;
  /** Of a comment that begins a thread: who resolved it. */
  resolvedBy?: string;
  /** When somebody edited it. */
  editedAt?: string;
  /** Why it is hidden. */
  minimized?: string;
}

export interface FakeDelivery {
  readonly id: number;
  readonly guid: string;
  readonly event: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly deliveredAt: string;
  readonly redelivery: boolean;
  statusCode: number;
}

/** Everything the fake GitHub remembers. */
export interface FakeState {
  readonly owner: string;
  readonly repo: string;
  readonly git: GitRepository;
  readonly appId: number;
  readonly installation: number;
  readonly slug: string;
  readonly pulls: Map<number, FakePull>;
  readonly checkRuns: FakeCheckRun[];
  readonly reviews: FakeReview[];
  readonly lineComments: FakeComment[];
  readonly issueComments: FakeComment[];
  readonly deliveries: FakeDelivery[];
  /** Set to make the listing of trees incomplete. */
  truncateTrees: boolean;
  /** Logins that may push. */
  readonly writers: Set<string>;
  /** By commit; whatever is missing is the pull request's author. */
  readonly people: Map<string, FakePeople>;
  readonly pushes: FakePush[];
  /** Logins by `organisation/team`. */
  readonly teams: Map<string, readonly string[]>;
  /** Reactions of the App: `issue/12 +1`. */
  readonly reactions: string[];
  /** What the owner of the repository lets the App do. */
  granted: Permissions;
  /** The events that the App is subscribed to. */
  events: readonly string[];
  /** How GitHub sends them. */
  hook: Readonly<Record<'url' | 'content_type' | 'insecure_ssl' | 'secret', string>>;
  /** Codes of manifests from which an App was made and not yet fetched. */
  readonly codes: Set<string>;
  /** Tokens that were minted, and what each may. */
  readonly tokens: Map<string, Permissions>;
  /** Tokens that are no longer taken. */
  readonly expired: Set<string>;
  /** Milliseconds that each answer takes. */
  latency: number;
  nextId: number;
}

export function newId(state: FakeState): number {
  state.nextId += 1;
  return state.nextId;
}

export function botOf(state: FakeState): string {
  return `${state.slug}[bot]`;
}
