/** The user asked for something that cannot be done: exit code 2, and the message says what to do instead. */
export class UsageError extends Error {}
