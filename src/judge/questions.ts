/** A procedure for items: by their ids, else by words that stand in their text. The first row that fits counts. */
export interface QuestionRow {
  readonly ids: readonly string[];
  readonly words: readonly string[];
  readonly ask: string;
}

/** Narrow questions find more than broad ones: each names what to list, and what to ask of each entry. */
export const QUESTIONS: readonly QuestionRow[] = [
  {
    ids: ['removed-behaviour'],
    words: [],
    ask: 'Take each deleted line D1, D2, ... in turn. Say what it guarded: which input or event it stopped, limited, checked or reported. Then look for the line of the change that does the same now. Answer unmet, quoting the deleted line, only where nothing in the changed lines does and you can name what gets through; met, quoting the line that replaces it, where every one of them is re-established; otherwise undecided.',
  },
  {
    ids: ['secrets-stored'],
    words: ['secret store'],
    ask: 'List each place in the changed lines where a credential is read, passed on or written. For each say where its value comes from, and who can read it afterwards: a log, an image layer, a command line, an artifact.',
  },
  {
    ids: ['deployment-approved'],
    words: ['approval', 'approved'],
    ask: 'List each job or step in the changed lines that changes production. For each say what a person has to do before it starts, and where that is written. An environment by its name alone is no approval.',
  },
  {
    ids: ['scripts-sound'],
    words: ['scripts'],
    ask: 'List each changed line of a script that deletes, overwrites or sends something, or decides by a test. For each say what it does when a variable in it is empty, when a name in it holds a space, and when the command before it failed.',
  },
  {
    ids: ['tried-first'],
    words: ['outside production first', 'staging'],
    ask: 'List each thing in the changed lines that reaches production. For each say which earlier step tries the same artifact or plan somewhere else, and whether a failure there stops it.',
  },
  {
    ids: ['nothing-by-hand'],
    words: ['by hand', 'manual'],
    ask: 'List each comment, message or instruction in the changed lines that tells a person to do something for the delivery to work. For each say what happens when nobody does it.',
  },
  {
    ids: ['rollback-ready'],
    words: ['rolled back', 'rollback', 'way back'],
    ask: 'List each step in the changed lines that deploys. For each say what happens when it fails half way: which command brings the previous version back, and what starts that command.',
  },
  {
    ids: ['watched'],
    words: ['watched', 'monitored', 'alert'],
    ask: 'List each workload or resource that the changed lines put into service. For each say which metric, log or alert tells that it stopped working, and where the change or its context shows it.',
  },
  {
    ids: ['documented'],
    words: ['documentation', 'runbook', 'readme'],
    ask: 'List each thing that users or operators have to do differently after the changed lines: a renamed key, another command, another default. For each say where the change documents it. A change that nobody notices needs no documentation.',
  },
  {
    ids: ['experiments-tracked'],
    words: ['training runs record', 'tracked experiments'],
    ask: 'List each training run that the changed lines start. For each say what records its parameters, its metrics, and the versions of data and code.',
  },
  {
    ids: ['configuration-external'],
    words: ['from configuration', 'literals in code'],
    ask: 'List each new literal in the changed lines that is a path, an address or a hyperparameter. For each say what goes wrong when another environment needs another value. Constants of the problem itself are none.',
  },
  {
    ids: ['scanned-before-release'],
    words: ['vulnerabilit', 'scanned'],
    ask: 'List each step in the changed lines that publishes an image, a package or a model. For each say which step before it scans the same artifact, and whether its result can stop the release.',
  },
  {
    ids: ['private-data-absent'],
    words: ['personal data', 'privacy'],
    ask: 'List each literal, column and saved output in the changed lines that describes a person or opens something. For each say who can read it once it is merged. What was taken out before you saw it is no finding.',
  },
  {
    ids: ['steps-repeatable'],
    words: ['run again', 'idempotent', 'retried'],
    ask: 'List each step in the changed lines that writes, publishes or calls a service. For each say what a second run does to the result of the first, and what happens when the service fails once.',
  },
  {
    ids: ['code-typed'],
    words: ['state their types', 'type hints'],
    ask: 'List each function that the changed lines add or whose signature they change. For each say whether its parameters and its result are annotated.',
  },
  {
    ids: ['behaviour-tested'],
    words: ['comes with a test', 'tests cover', 'covered by tests'],
    ask: 'List each behaviour that the changed lines add or alter. For each say which changed test would fail without it. Formatting, names and comments are no behaviour.',
  },
  {
    ids: ['errors-explicit'],
    words: ['errors are handled', 'error handling', 'swallowed'],
    ask: 'List each call in the changed lines that can fail, and each handler. For each say what the caller gets when it fails, and whether the message names what failed and with which value.',
  },
  {
    ids: ['logs-structured'],
    words: ['logs are structured', 'log level'],
    ask: 'List each statement in the changed lines that logs or prints. For each say whether its level fits what happened and whether its values are fields.',
  },
  {
    ids: ['backups-automatic'],
    words: ['backed up', 'backup'],
    ask: 'List each place where the changed lines begin to keep data or models. For each say what copies it without being told to, and how old the newest copy can be.',
  },
  {
    ids: ['cost-tracked'],
    words: ['charged', 'cost'],
    ask: 'List each compute or storage resource that the changed lines add. For each say which label or tag names who pays.',
  },
  {
    ids: ['deployment-time'],
    words: ['minutes', 'in time'],
    ask: 'List each step in the changed lines that stands between a merge and a running deployment. For each say what bounds how long it takes.',
  },
];

/** For items that nobody wrote a procedure for. */
export const GENERAL_QUESTION =
  'List each place in the changed lines that this item is about. For each say whether the item holds there after the change, and which line shows it. Where there is no such place, answer undecided.';
