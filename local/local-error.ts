// A failure of a local command that a person can act upon.

/** Its message is one line: what is wrong, and what to do. The command prints it alone, without a stack, and exits 1. */
export class LocalError extends Error {
  override readonly name = 'LocalError';
}
