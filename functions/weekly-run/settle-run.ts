// Ends a run when its books balance with nothing open.
import { isDeepStrictEqual } from 'node:util';
import { messages } from '../messages.ts';
import type { Services } from '../services.ts';
import { type Books, books as booksOf } from './books.ts';
import { findUnknown } from './find-unknown.ts';
import type { Run, RunState } from './run.ts';
import { isFree } from './sender-lease.ts';
import { settleBatches } from './settle-batches.ts';

/**
 * Moves a run that has nothing left to send to `settling`, settles there what events of SES tell by now, and moves it to
 * `done` when nothing is pending or unknown. With something unknown left it waits, with the reason. Where a mail is pending
 * after all, the run sends again. Does nothing while somebody holds the lease, nor where the run moved or a batch was settled
 * while the books were read: who settled it comes here after that, or the sweep. Gives the state that it leaves.
 */
export async function settleRun(services: Services, week: string): Promise<RunState | null> {
  const stores = await services.stores();
  const now = services.clock.now();
  const before = await stores.runs.get(week);
  if (before === null || (before.state !== 'sending' && before.state !== 'settling')) return before?.state ?? null;
  if (!isFree(before, now)) return before.state;
  const tallies = await stores.batches.tallies(week);
  const books = booksOf(tallies.map(({ tally }) => tally));
  const { pending } = books.counts;
  const unknownIn = findUnknown(tallies);
  const settled = await stores.runs.change(week, (run) => {
    if (run.state !== before.state || run.settlements !== before.settlements || !isFree(run, now)) return null;
    const parts = partsOf(run, { books, unknownIn, now });
    return parts !== null &&
      Object.entries(parts).every(([name, value]) => isDeepStrictEqual(value, Reflect.get(run, name)))
      ? null
      : parts;
  });
  const run = settled?.run;
  if (run?.state === 'sending' && pending > 0) {
    await (await services.queue()).publish(messages.sendMails, { week, fromBatch: 1 });
  }
  if (run?.state !== 'settling') return run?.state ?? null;
  return (await settleBatches(services, run)).settled > 0 ? settleRun(services, week) : run.state;
}

type Found = { books: Books; unknownIn: number[]; now: Date };

function partsOf(run: Run, { books, unknownIn, now }: Found): Partial<Omit<Run, 'week'>> | null {
  const { pending, unknown } = books.counts;
  if (pending > 0) return run.state === 'sending' ? null : { state: 'sending', reason: null };
  if (unknown > 0) return { state: 'settling', reason: waitsFor(unknown), sender: null, unknownIn };
  return { state: 'done', reason: null, finishedAt: now, sender: null, unknownIn, books };
}

function waitsFor(unknown: number): string {
  return `Mails with an unknown outcome: ${unknown}. Events of Amazon SES settle them when they come. Where none comes, settle them: send them again, or book them as failed. At the end of the week's sending they are booked as failed.`;
}
