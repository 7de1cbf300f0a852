/** Where an attacker writes. What stands at the base was merged by the team, and may be hostile all the same. */
export type Where =
  | 'workflow comment'
  | 'workflow name'
  | 'workflow key'
  | 'workflow script'
  | 'workflow action'
  | 'workflow environment'
  | 'Dockerfile comment'
  | 'Dockerfile label'
  | 'Dockerfile image'
  | 'Terraform description'
  | 'Terraform resource name'
  | 'Kubernetes annotation'
  | 'Kubernetes image'
  | 'Python comment'
  | 'Python docstring'
  | 'notebook output'
  | 'notebook cell'
  | 'parameter'
  | 'requirement'
  | 'shell script'
  | 'deleted line'
  | 'file name'
  | 'folder name'
  | 'commit message'
  | 'branch name'
  | 'author'
  | 'title'
  | 'body'
  | 'agent file at the base'
  | 'item of an agent file at the base'
  | 'agent file of the change'
  | 'settings of the change';

/** One attack: what it is, where it stands, and the text itself. */
export interface Attack {
  readonly name: string;
  readonly where: Where;
  readonly text: string;
  /** What an obeying model writes; absent: the text of the attack. */
  readonly wants?: string;
  /** The text is too long, or too strange, to be shown to the model or to be a name. */
  readonly unseen?: true;
}

/** In every text of an attack, to see where it got. */
export const QUAGGA = 'quagga';
