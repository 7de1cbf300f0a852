/** What is known of a published action, over all its versions. */
export interface KnownAction {
  /** Inputs of all versions together, separated by spaces. */
  readonly inputs: string;
  /** Inputs that every version fails without, separated by spaces. */
  readonly required?: string;
  /** Inputs that the action warns about or takes no longer, and what to do instead; `from`: in versions before, it is right. */
  readonly deprecated?: Readonly<Record<string, { readonly instead: string; readonly from?: string }>>;
  /** Outputs of all versions together, separated by spaces; absent where they are open or not known. */
  readonly outputs?: string;
  /** The last major version on each Node.js, where the action is JavaScript. */
  readonly node?: Readonly<Partial<Record<12 | 16 | 20 | 24, number>>>;
  /** The newest major version that this row speaks of; a newer one may take anything. */
  readonly newest: number;
  /** It is a Docker action, whose command line may be replaced by `entrypoint` and `args`. */
  readonly docker?: true;
}

export type KnownActions = Readonly<Record<string, KnownAction>>;
