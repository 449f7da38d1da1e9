// Counts what one piece of work uses: documents, messages, mails. Who works at the same time is counted apart.
import { AsyncLocalStorage } from 'node:async_hooks';

export const usage = {
  /** Runs the work with a count of its own, which stands also where the work throws. */
  async during<Result>(used: Usage, work: () => Promise<Result>): Promise<Result> {
    return counts.run(used, work);
  },
  /** The count of the work that this call belongs to; undefined outside of any. */
  current: (): Usage | undefined => counts.getStore(),
};

/** Documents as Firestore bills them; messages published; mails handed to Amazon SES. */
export type Usage = { reads: number; writes: number; deletes: number; messages: number; mails: number };

const counts = new AsyncLocalStorage<Usage>();
