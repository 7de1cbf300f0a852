/**
 * The nouns of Pipewright. Every stage of the line takes some of them and returns another;
 * this file is the glossary and imports nothing.
 */

// ---------------------------------------------------------------------------------------------------------------------
// Positions

/** The version of the repository something was read from: the merge base, or the head of the change. */
export type Side = 'base' | 'head';

/** A stretch of one source text: offsets in UTF-16 code units, zero-based, end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where a person finds something: lines and columns count from 1, the end column is exclusive. */
export interface Location {
  readonly path: string;
  readonly side: Side;
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

// ---------------------------------------------------------------------------------------------------------------------
// The change

/** What a file is to the reviewer. `yaml` and `source` are files that no rule looks at. */
export type Kind =
  | 'workflow'
  | 'action'
  | 'dockerfile'
  | 'compose'
  | 'kubernetes'
  | 'terraform'
  | 'python'
  | 'notebook'
  | 'dvc'
  | 'params'
  | 'mlproject'
  | 'kubeflow'
  | 'script'
  | 'requirements'
  | 'dependabot'
  | 'kustomization'
  | 'dockerignore'
  | 'settings'
  | 'scanner'
  | 'yaml'
  | 'source'
  | 'other';

export type FileStatus = 'added' | 'modified' | 'removed' | 'renamed';

/** One hunk of a unified diff. Each line keeps its first character: space, `+` or `-`. */
export interface Hunk {
  readonly oldStart: number;
  readonly oldLines: number;
  readonly newStart: number;
  readonly newLines: number;
  readonly lines: readonly string[];
}

export interface ChangedFile {
  readonly path: string;
  /** The path in the base when the file was renamed. */
  readonly previousPath?: string;
  /** By path alone; a document's kind, decided by content as well, is the final word. */
  readonly kind: Kind;
  readonly status: FileStatus;
  /** Absent when the source could not give a patch: the file is reviewed, but no comment can stand on its lines. */
  readonly hunks?: readonly Hunk[];
}

/** What is proposed: everything the reviewer knows of the pull request or git range itself. */
export interface Change {
  readonly repository: string;
  readonly number?: number;
  /** Content is compared with this commit (three-dot diff). Absent in a scan: there is no base. */
  readonly mergeBaseSha?: string;
  /** Tip of the base branch: settings, agent files and waivers are read here, never from the head. */
  readonly policySha?: string;
  /** Absent when the head is a working tree. */
  readonly headSha?: string;
  readonly title: string;
  readonly body: string;
  readonly author: string;
  readonly fromFork: boolean;
  readonly draft: boolean;
  readonly files: readonly ChangedFile[];
  /** The source could not list every changed file; the review is incomplete. */
  readonly truncated: boolean;
}

// ---------------------------------------------------------------------------------------------------------------------
// What was gathered

/** A file's text, or why there is none. Being omitted for one of these reasons is complete, and is said. */
export type FileContent =
  | { readonly state: 'text'; readonly text: string }
  | { readonly state: 'absent' }
  | { readonly state: 'omitted'; readonly reason: string };

/** Something outside the repository that a rule wants to know. */
export type FactRequest =
  | { readonly fact: 'commit-of-ref'; readonly repository: string; readonly ref: string }
  /** The text of a file of another repository. */
  | { readonly fact: 'file-at-ref'; readonly repository: string; readonly ref: string; readonly path: string }
  /** Where the ref of an action leads, as JSON: an `ActionOrigin`. */
  | { readonly fact: 'action-origin'; readonly repository: string; readonly ref: string }
  /** What ShellCheck says of a script, as JSON: an array of `ShellRemark`. */
  | { readonly fact: 'shell-lint'; readonly shell: 'bash' | 'sh'; readonly script: string };

/** What GitHub says of an action and of one of its refs. What is absent is not known. */
export interface ActionOrigin {
  /** Whether the account exists to which the repository belongs. */
  readonly owner: 'exists' | 'gone';
  /** Of a name: what goes by it in the repository. */
  readonly names?: readonly ('branch' | 'tag')[];
  /** Of a commit: whether some branch or tag of the repository holds it. */
  readonly held?: boolean;
  /** Of a commit: the tags that stand on it. */
  readonly tags?: readonly string[];
}

/** A remark of ShellCheck; lines and columns of the script, from 1. */
export interface ShellRemark {
  readonly code: number;
  readonly level: 'error' | 'warning' | 'info' | 'style';
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
}

/** `unknown` where nobody could be asked (offline, no permission, not found): never a reason to accuse. */
export type FactAnswer = { readonly state: 'known'; readonly value: string } | { readonly state: 'unknown' };

export interface Snapshot {
  readonly change: Change;
  readonly files: Readonly<Record<Side, ReadonlyMap<string, FileContent>>>;
  /** All paths of the repository on each side; `unknown` when the listing was truncated or does not exist. */
  readonly tree: Readonly<Record<Side, ReadonlySet<string> | 'unknown'>>;
  readonly facts: ReadonlyMap<string, FactAnswer>;
  /** Needs that were not met because a limit was reached. */
  readonly shortfalls: readonly string[];
}

// ---------------------------------------------------------------------------------------------------------------------
// Documents and subjects

/** Why a text, or a part of it, could not be read as its kind. */
export interface ParseProblem {
  readonly range: Range;
  readonly message: string;
  /** `fatal`: rules cannot trust what was parsed. `partial`: they run on what parsed. `skipped`: on purpose, with the reason. */
  readonly severity: 'fatal' | 'partial' | 'skipped';
}

/** A comment in a file, with its text after the comment sign. */
export interface SourceComment {
  readonly range: Range;
  readonly text: string;
}

/** A text that knows where everything in it is. `view` is what rules read; they never see a parser. */
export interface Document<K extends Kind = Kind, View = unknown> {
  readonly kind: K;
  readonly path: string;
  readonly side: Side;
  readonly source: string;
  readonly view: View;
  readonly comments: readonly SourceComment[];
  readonly problems: readonly ParseProblem[];
}

export type SubjectType = 'document' | 'module' | 'objects' | 'pipeline' | 'project';

/** What a rule looks at: one document, or something that lives in several. Built once per side. */
export interface Subject<Value = unknown> {
  readonly type: SubjectType;
  /** The same on both sides when it is the same thing: a path, a module's directory, a pipeline's file. */
  readonly key: string;
  readonly kinds: readonly Kind[];
  readonly paths: readonly string[];
  readonly value: Value;
}

export interface ProjectSide {
  readonly side: Side;
  readonly documents: ReadonlyMap<string, Document>;
  readonly subjects: readonly Subject[];
  readonly tree: ReadonlySet<string> | 'unknown';
}

export interface Project {
  readonly change: Change;
  readonly base: ProjectSide;
  readonly head: ProjectSide;
  readonly facts: ReadonlyMap<string, FactAnswer>;
  /** Which actions the settings allow; all of the lists hold. Absent: nothing is said. */
  readonly actions?: readonly ActionLists[];
  /** The files do not belong together: they see each other only where one names the other. */
  readonly isolated?: boolean;
}

// ---------------------------------------------------------------------------------------------------------------------
// Rules

/** The damage if it is real. */
export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'info';
/** How sure the rule can be. */
export type Confidence = 'certain' | 'likely' | 'heuristic';
/** Whether most teams want to hear of it. */
export type Strictness = 'regular' | 'pedantic';
export type Domain =
  | 'security'
  | 'supply-chain'
  | 'correctness'
  | 'reliability'
  | 'reproducibility'
  | 'governance'
  | 'performance'
  | 'maintainability'
  | 'cost';

/**
 * What a user reads. Values from the code go through `quote()` first.
 * Each part is a sentence or two; `what` carries the offending value.
 */
export interface Message {
  readonly what: string;
  readonly why: string;
  readonly remedy: string;
}

/** Replaces a range of a head file. */
export interface Edit {
  /** Absent: the file the problem is in. */
  readonly path?: string;
  readonly range: Range;
  readonly text: string;
}

/** `safe` edits keep the behaviour of healthy code and may be applied unseen; `review` edits want a look. */
export interface Fix {
  readonly title: string;
  readonly safety: 'safe' | 'review';
  readonly edits: readonly Edit[];
}

/** A place that belongs to the story of a problem: what it was before, what it contradicts, what caused it. */
export interface RelatedRange {
  readonly path: string;
  readonly side: Side;
  readonly range: Range;
  readonly message: string;
}

/** Something wrong, found by a rule. */
export interface Problem {
  readonly range: Range;
  readonly message: Message;
  /** Absent: the subject's only path. */
  readonly path?: string;
  /** `base` for something that is gone: the range is in the base text. Default `head`. */
  readonly side?: Side;
  /** Structural address within the file (job and step, resource address, stage); never a line number. */
  readonly key?: string;
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  readonly related?: readonly RelatedRange[];
  readonly fix?: Fix;
}

/** Something right: it shows that a checklist item is met. `proof` says what was seen. */
export interface Proof {
  readonly proof: string;
  readonly range: Range;
  readonly path?: string;
}

/** The rule looked, and could not tell. Whatever depends on it stays undecided. */
export interface Doubt {
  readonly unverified: string;
  readonly range?: Range;
  readonly path?: string;
}

export type Observation = Problem | Proof | Doubt;

/** A path, a glob (`*`, `**`, `?`) or a fact that must be there before the rule runs. */
export type Need = { readonly path: string } | { readonly glob: string } | FactRequest;

/** What a rule may ask beside its subject. */
export interface RuleContext {
  readonly side: Side;
  readonly project: Project;
  /** The document at a path of this side, if it was read and has a kind. */
  document(path: string): Document | undefined;
  /** Whether a path exists on this side. */
  exists(path: string): boolean | 'unknown';
  fact(request: FactRequest): FactAnswer;
  /** How much a rule of this review weighs; undefined where there is none, or it is switched off. */
  weightOf(rule: string): { readonly severity: Severity; readonly confidence: Confidence } | undefined;
}

/** One rule: data, and generators. A state rule has `check`, a change rule has `compare`. */
export interface Rule<Value = never> {
  /** Flat, kebab-case, says what is wrong; frozen once released. */
  readonly id: string;
  readonly kinds: readonly Kind[];
  readonly title: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly strictness: Strictness;
  readonly domain: Domain;
  /** Ids under which other analyzers know the defect: their suppression comments are honoured. */
  readonly aliases: Readonly<Record<string, readonly string[]>>;
  readonly since: string;
  readonly on: SubjectType;
  /** Whether the rule can propose a fix. */
  readonly fixable: boolean;
  /**
   * Ids of state rules that this change rule tells better: where both speak of the same place (path and structural key,
   * or one key the beginning of the other), only this one is heard.
   */
  readonly supersedes?: readonly string[];
  /** `other` is the same subject of the other side, where there is one. */
  needs?(subject: Value, other?: Value): Iterable<Need>;
  check?(subject: Value, context: RuleContext): Iterable<Observation>;
  compare?(base: Value | undefined, head: Value | undefined, context: RuleContext): Iterable<Observation>;
}

/** What became of one rule on one subject. */
export interface Run {
  readonly rule: string;
  readonly subject: string;
  readonly kinds: readonly Kind[];
  readonly state: 'ran' | 'could-not-verify' | 'failed' | 'not-applicable';
  /** Why it could not verify, or what it failed with. */
  readonly reason?: string;
  readonly proofs: readonly Evidence[];
}

/** A place and what it shows. */
export interface Evidence {
  readonly location: Location;
  readonly message: string;
}

// ---------------------------------------------------------------------------------------------------------------------
// Findings

/** Judged against the base: `introduced` is worse than base, not new text. */
export type FindingStatus = 'introduced' | 'existing' | 'moved' | 'resolved';

export interface Waiver {
  readonly who: string;
  readonly why: string;
  /** ISO date. */
  readonly until?: string;
  /** Who sees to it that it goes away. */
  readonly owner?: string;
  /** An entry of the waivers file, a comment in the code that was there before, or a command on the pull request. */
  readonly by: 'file' | 'comment' | 'command';
}

export interface RelatedLocation {
  readonly location: Location;
  readonly message: string;
}

export interface Finding {
  readonly rule: string;
  readonly title: string;
  readonly kind: Kind;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly strictness: Strictness;
  readonly domain: Domain;
  readonly location: Location;
  readonly message: Message;
  readonly key: string;
  /** Normalised text of the anchor. */
  readonly anchor: string;
  readonly related: readonly RelatedLocation[];
  readonly fix?: Fix;
  readonly origin: 'rule' | 'model' | 'tool';
  readonly status: FindingStatus;
  /** Rule, key, anchor and path hashed; the same in comments, annotations and SARIF. */
  readonly fingerprint: string;
  /** Lifts the gate for this finding: who accepted it and why. */
  readonly waivedBy?: Waiver;
  /** An ignore comment that this very change adds: no comment is posted, the gate is not lifted. */
  readonly silencedBy?: string;
  /** Who answers for its file, as CODEOWNERS or the settings name them; absent where nobody does. */
  readonly owners?: readonly string[];
  /** The path where it stood on the base, where that is another one. */
  readonly movedFrom?: string;
  /** Older than the change, and counted as introduced because the change works on its lines; see `Policy.ratchet`. */
  readonly ratcheted?: true;
}

// ---------------------------------------------------------------------------------------------------------------------
// Personas and verdicts

export interface ChecklistItem {
  readonly id: string;
  readonly text: string;
  readonly section: string;
  /** Line in the agent file. */
  readonly line: number;
  readonly kinds: readonly Kind[];
  /** Ids of the rules that answer it. */
  readonly rules: readonly string[];
  /** The rules cover only part of the item; their silence decides nothing. */
  readonly partial: boolean;
  /** Who decides: `nobody` for items about people or running systems. */
  readonly judge: 'rules' | 'model' | 'nobody';
  /** The static sign that stands in for an item nobody can judge. */
  readonly proxy?: string;
}

export interface Persona {
  /** Kebab-case, from the agent file's front matter. */
  readonly name: string;
  /** As a person would say it: `DevOps engineer`. */
  readonly title: string;
  readonly path: string;
  /** Instructions for the model: the agent file's text outside the checklist. */
  readonly prompt: string;
  /** The file kinds that call this persona. */
  readonly kinds: readonly Kind[];
  readonly items: readonly ChecklistItem[];
  /** Nobody named its file: it speaks in the summary and has no check of its own. */
  readonly found?: true;
}

export type Outcome =
  | 'unmet'
  | 'undecided'
  | 'waived'
  | 'debt'
  | 'not-applicable'
  | 'met'
  | 'gap'
  | 'no-objection'
  | 'not-judgeable';

export interface Verdict {
  readonly persona: string;
  readonly item: ChecklistItem;
  readonly outcome: Outcome;
  readonly by: 'rules' | 'model' | 'nobody';
  readonly because: string;
  readonly evidence: readonly Evidence[];
  /** Fingerprints. */
  readonly findings: readonly string[];
}

// ---------------------------------------------------------------------------------------------------------------------
// Policy

/** observe never fails and says what would have blocked; advise comments; enforce gates. */
export type Mode = 'observe' | 'advise' | 'enforce';

/** An introduced, unwaived finding at least this severe and this sure fails the gate. */
export interface Gate {
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** Of these rules only; absent: of every rule. */
  readonly rules?: ReadonlySet<string>;
}

/** What a rule is set to: off, or another severity. */
export type RuleLevel = 'off' | Severity;

/** A part of the repository with settings of its own; of several that fit a path the last one counts. */
export interface PolicyScope {
  /** Globs. */
  readonly paths: readonly string[];
  /** Who answers for it, as CODEOWNERS names them. */
  readonly owners: readonly string[];
  readonly mode?: Mode;
  readonly gate?: Gate;
  readonly rules: Readonly<Record<string, RuleLevel>>;
  readonly ruleModes: Readonly<Record<string, Mode>>;
}

/** Actions as patterns: `owner/*`, `owner/name`, `owner/name/path`, with `@ref` or without. */
export interface ActionLists {
  /** Empty: all but the forbidden ones. */
  readonly allow: readonly string[];
  readonly deny: readonly string[];
}

/** A line of CODEOWNERS. */
export interface OwnedPaths {
  /** Globs; a path that fits one of them is meant. */
  readonly globs: readonly string[];
  /** What every path that fits begins with, and what it holds, so that most lines are passed over quickly. */
  readonly prefix: string;
  readonly holds: string;
  /** Empty: nobody owns what fits. */
  readonly owners: readonly string[];
}

export interface Policy {
  readonly mode: Mode;
  readonly strictness: Strictness;
  readonly gate: Gate;
  /** Gates of personas, by name, for what these answer for. */
  readonly personaGates: Readonly<Record<string, Gate>>;
  readonly scopes: readonly PolicyScope[];
  readonly onIncomplete: 'block' | 'warn';
  /** Rules switched off or moved to another severity. */
  readonly rules: Readonly<Record<string, RuleLevel>>;
  /** Rules that are enforced, or only advised or observed, whatever the rest is. */
  readonly ruleModes: Readonly<Record<string, Mode>>;
  /** Logins and teams that may lift the gate; empty: everybody who may push and has no part in the change. */
  readonly approvers: readonly string[];
  /** Older findings on lines that a change touches count as introduced when they are bad enough for the gate. */
  readonly ratchet: boolean;
  /** Which actions may be used: those of the settings, and those of an organisation's floors; an action has to pass all. */
  readonly actions: readonly ActionLists[];
  /** Globs of paths that are not reviewed. */
  readonly ignore: readonly string[];
  /** Paths of further agent files, read from the base. */
  readonly agents: readonly string[];
  /** Whether agent files that the settings do not name are looked for in the usual folders. */
  readonly discoverAgents: boolean;
  readonly maxComments: number;
  readonly judge: {
    readonly enabled: boolean;
    /** The first that exists is asked; the others take its place when it is not available. */
    readonly models: readonly string[];
    /** For one pull request, all its pushes together, read and written. */
    readonly maxTokens: number;
    readonly forks: boolean;
    /** Globs of paths whose lines may be sent; empty: all. */
    readonly allow: readonly string[];
    /** Globs of paths of which nothing is ever sent, whatever `allow` says. */
    readonly deny: readonly string[];
  };
  readonly waivers: readonly PolicyWaiver[];
  /** The lines of CODEOWNERS at the tip of the base branch, in their order. */
  readonly codeOwners: readonly OwnedPaths[];
  /** Where it came from, for people: `defaults`, or the path at the base. */
  readonly origin: string;
  /** Where the value of each key came from, for people. */
  readonly origins: Readonly<Record<string, string>>;
  /** Why the policy is not known; the review is incomplete then. */
  readonly unreadable?: string;
  /** What is wrong with the settings file: with file, line and key. */
  readonly problems: readonly string[];
}

/** An entry of the waivers file on the base, or what somebody accepted on the pull request. */
export interface PolicyWaiver {
  /** Absent where the fingerprint says it. */
  readonly rule?: string;
  readonly path?: string;
  /** What the finding is about: a resource's address, a job, `job/step`, a stage; what is within it too. */
  readonly address?: string;
  readonly fingerprint?: string;
  readonly reason: string;
  readonly approvedBy: string;
  readonly owner?: string;
  /** Absent: the file. */
  readonly by?: 'command';
  /** ISO date, at most 180 days ahead. */
  readonly expires: string;
}

// ---------------------------------------------------------------------------------------------------------------------
// The review

/** `action_required` when a required stage did not run: never success. */
export type Conclusion = 'success' | 'neutral' | 'failure' | 'action_required';

/** One line of "what this change does", before any opinion. */
export interface ImpactRow {
  readonly topic: string;
  readonly subject: string;
  readonly before: string;
  readonly after: string;
  readonly location?: Location;
}

export interface Impact {
  readonly rows: readonly ImpactRow[];
  /** The delivery pipeline as Mermaid source, with a text equivalent; absent where the change does not touch one. */
  readonly graph?: { readonly mermaid: string; readonly text: string };
}

/** A comment on lines that GitHub accepts: within one hunk. */
export interface InlineComment {
  readonly fingerprint: string;
  readonly path: string;
  /** RIGHT is the head, LEFT a deleted line of the base. */
  readonly side: 'LEFT' | 'RIGHT';
  readonly startLine?: number;
  readonly line: number;
  readonly body: string;
}

export interface PersonaReview {
  readonly name: string;
  readonly title: string;
  readonly conclusion: Conclusion;
  readonly verdicts: readonly Verdict[];
  /** Fingerprints of the findings this persona answers for. */
  readonly findings: readonly string[];
  /** As of the persona: it has no check of its own. */
  readonly found?: true;
}

/** A file that was not reviewed, and why. */
export interface Omission {
  readonly path: string;
  readonly reason: string;
}

/** A step of asking the model that did not go as it normally does, in words for people: what, and why. */
export interface JudgeNote {
  readonly kind: 'skipped' | 'failed' | 'reused' | 'split' | 'left-out';
  readonly text: string;
}

/** An answer of the model that does not count, and why. Nothing of its text: it may be wrong. */
export interface DroppedAnswer {
  /** Id of a checklist item, as far as it is one that was asked. */
  readonly item: string;
  readonly reason: string;
}

export interface JudgeReport {
  /**
   * `off`: nobody wants one. `skipped`: the settings want one, and it was not asked. `partial`: some of the open items
   * were judged. `failed`: none was.
   */
  readonly state: 'off' | 'skipped' | 'ran' | 'partial' | 'failed';
  readonly model?: string;
  /** Why it is off or was skipped, or what went wrong first. */
  readonly reason?: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Of the input tokens: those that the provider had in its prompt cache. */
  readonly cachedTokens?: number;
  /** Estimated tokens of attempts that failed after they were sent; the budget counts them. */
  readonly lostTokens?: number;
  /** Remarks whose quote stands in several places of the change. */
  readonly unplaced: readonly string[];
  readonly dropped?: readonly DroppedAnswer[];
  readonly notes?: readonly JudgeNote[];
}

/** What a review was made with. */
export interface Provenance {
  /** Of Pipewright. */
  readonly version: string;
  /** SHA-256 of the rule set. */
  readonly rules: string;
  /** SHA-256 of the policy that held. */
  readonly policy: string;
}

export interface Review {
  readonly change: Change;
  readonly mode: Mode;
  readonly conclusion: Conclusion;
  /** In `observe`: what the gate would have said. */
  readonly wouldBe: Conclusion;
  /** Reasons why the review is not complete; empty when it is. */
  readonly incomplete: readonly string[];
  /** Of every status; the renderers choose. */
  readonly findings: readonly Finding[];
  /** Fingerprints of the findings that fail the gate, or would if it were enforced for them. */
  readonly blocking: readonly string[];
  /** Those of them for which it is enforced. */
  readonly enforced: readonly string[];
  readonly personas: readonly PersonaReview[];
  readonly impact: Impact;
  readonly comments: readonly InlineComment[];
  readonly omitted: readonly Omission[];
  readonly notices: readonly string[];
  /** The owners of the changed files, everybody who owns something together once. */
  readonly owners: readonly (readonly string[])[];
  readonly judge: JudgeReport;
  readonly provenance: Provenance;
  readonly files: number;
  readonly ms: number;
}

/** What publishing did. */
export interface Receipt {
  readonly checks: readonly { readonly name: string; readonly conclusion: Conclusion; readonly url?: string }[];
  readonly commentsPosted: number;
  readonly commentsMarkedFixed: number;
  readonly summary: 'created' | 'updated' | 'unchanged' | 'none';
  /** What could not be published, and why. */
  readonly failures: readonly string[];
}

// ---------------------------------------------------------------------------------------------------------------------
// Ports

/** Where a change and its files come from: GitHub, or a git repository on disk. */
export interface Source {
  change(): Promise<Change>;
  /** The paths of a side; `unknown` when the listing is not complete. */
  tree(side: Side): Promise<ReadonlySet<string> | 'unknown'>;
  /** Files of a side; a path that does not exist answers `absent`. */
  read(side: Side, paths: readonly string[]): Promise<ReadonlyMap<string, FileContent>>;
  /** Settings, agent files and waivers: from the tip of the base branch. */
  readPolicy(paths: readonly string[]): Promise<ReadonlyMap<string, FileContent>>;
  /** What people with the right to accepted on the change itself; `approvers` as in the policy. Absent: nobody can. */
  waivers?(approvers: readonly string[]): Promise<AcceptedHere>;
}

/** What was accepted on the change itself, by people who still may. */
export interface AcceptedHere {
  readonly waivers: readonly PolicyWaiver[];
  /** What does not hold, and why. */
  readonly problems: readonly string[];
}

export interface Facts {
  /** Which facts it may know: others need not be asked for. Absent: any. */
  readonly kinds?: readonly FactRequest['fact'][];
  answer(requests: readonly FactRequest[]): Promise<readonly FactAnswer[]>;
}

/** What the judge is asked: one request per persona, unless it has to be split. */
export interface JudgeRequest {
  readonly persona: Persona;
  readonly items: readonly ChecklistItem[];
  readonly change: Change;
  readonly impact: Impact;
  readonly findings: readonly Finding[];
}

/** A remark as the model gave it; the quote is anchored by code, never by the model. */
export interface JudgeAnswer {
  readonly item: string;
  readonly outcome: 'met' | 'unmet' | 'undecided';
  /** How bad the model thinks it is: it decides who gets a second look, and never the gate. */
  readonly severity?: Severity;
  readonly quote: string;
  readonly path: string;
  readonly because: string;
  /** Input or state, and the wrong outcome it leads to. Required for `unmet`. */
  readonly scenario: string;
}

/** What asking cost. */
export interface JudgeSpending {
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** See the report. */
  readonly cachedTokens?: number;
  /** See the report. */
  readonly lostTokens?: number;
}

export interface JudgeResult extends JudgeSpending {
  /** `failed`: there is no answer at all. */
  readonly state: 'ran' | 'failed';
  readonly model: string;
  readonly reason?: string;
  readonly answers: readonly JudgeAnswer[];
  /** Items without an answer that counts, where others have one, and why. */
  readonly unasked?: readonly { readonly items: readonly string[]; readonly reason: string }[];
  readonly notes?: readonly JudgeNote[];
}

/** A remark that gets a second look. */
export interface DoubtedRemark {
  /** `R1`, `R2`, ... */
  readonly id: string;
  readonly item: string;
  readonly quote: string;
  readonly path: string;
  readonly because: string;
  readonly scenario: string;
}

/** What the sceptic is asked: one request for all remarks that would be bad if they were true. */
export interface DoubtRequest {
  readonly remarks: readonly DoubtedRemark[];
  readonly change: Change;
}

/** What the sceptic says of a remark; a rejection counts only with a quote that stands in the change. */
export interface DoubtAnswer {
  readonly remark: string;
  readonly verdict: 'stands' | 'rejected';
  readonly quote: string;
  readonly path: string;
  readonly because: string;
}

export interface DoubtResult extends JudgeSpending {
  readonly state: 'ran' | 'failed';
  readonly reason?: string;
  readonly answers: readonly DoubtAnswer[];
  readonly notes?: readonly JudgeNote[];
}

export interface Judge {
  ask(request: JudgeRequest): Promise<JudgeResult>;
  /** Absent: remarks stand as they are. */
  doubt?(request: DoubtRequest): Promise<DoubtResult>;
}

/** The settings want a model to be asked, and it is not: why, for people. */
export interface NoJudge {
  readonly skipped: string;
}

export interface Sink {
  publish(review: Review): Promise<Receipt>;
}

/** One piece of work for one pull request, commit or merge group. It is data: it may wait in a database and be done elsewhere. */
export interface Job<Work> {
  /** Jobs with the same key supersede each other: only the newest runs. */
  readonly key: string;
  /** JSON, without secrets. */
  readonly work: Work;
}

export interface QueueCounts {
  readonly queued: number;
  /** Of this process. */
  readonly running: number;
  readonly done: number;
  readonly failed: number;
  /** Seconds that the longest-waiting job has waited. */
  readonly oldest: number;
}

export interface Queue<Work> {
  /** Begins to work; until then jobs only wait. `signal` aborts when a newer job of the key takes its place. */
  start(run: (work: Work, signal: AbortSignal) => Promise<void>): Promise<void>;
  /** False when the job is not kept: the queue is full, closing or out of reach. The reconciler finds the work again. */
  add(job: Job<Work>): Promise<boolean>;
  /** Whether a job with this key waits or runs. */
  has(key: string): Promise<boolean>;
  /** Drops the waiting job of a key and aborts the running one. */
  cancel(key: string): Promise<void>;
  counts(): Promise<QueueCounts>;
  /** Whether jobs are taken at present. */
  ready(): boolean;
  /** Whether this process does what one does for all that share the queue. */
  leads(): boolean;
  /**
   * Refuses what is new and waits for what is running, at most so many milliseconds. False when work was cut off that
   * nobody else takes over.
   */
  close(graceMs: number): Promise<boolean>;
}
