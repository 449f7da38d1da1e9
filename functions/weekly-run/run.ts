// A weekly run: its states, and the shape of its document.
import { z } from 'zod';
import { weekSchema } from '../week.ts';
import { booksSchema } from './books.ts';
import { noCost, runCostSchema } from './run-cost.ts';

/** The states a run works in, in order. */
export const workingStateSchema = z.enum(['syncing', 'planning', 'sending', 'settling']);
const runStateSchema = z.enum([...workingStateSchema.options, 'done', 'paused', 'failed']);

export const runSchema = z.object({
  week: weekSchema,
  state: runStateSchema,
  /** Where a paused run goes on. */
  pausedFrom: workingStateSchema.nullable(),
  /** Why it is paused, failed, or waits for an operator, with what to do. */
  reason: z.string().nullable(),
  /** What an operator should know though the run goes on. */
  notices: z.array(z.string()),
  scheduledAt: z.date(),
  startedAt: z.date(),
  finishedAt: z.date().nullable(),
  /** When an operator had mails of a run that was done tried again, the last time; null where nobody did. */
  reopenedAt: z.date().nullable().default(null),
  /** Where the sync began, or began again after a pause: its first walk, and when. */
  sync: z.object({ firstWalk: z.int().min(1), startedAt: z.date() }),
  /** Set when the plan is complete. */
  planHash: z.string().nullable(),
  /** The lease of the one function instance that mails; null while nobody does. */
  sender: z.object({ id: z.string(), expiresAt: z.date() }).nullable(),
  /** Whether the canary batch has paused this run once: who resumes has seen it. */
  canaryAlarmed: z.boolean(),
  /** Hard bounces when the run was resumed last: who resumes has seen them. */
  bouncesSeen: z.int().min(0).default(0),
  /** Who paused it last, and when; null where nobody did. Runs from before this was kept have none. */
  pause: z
    .object({ by: z.enum(['OPERATOR', 'ITSELF']), at: z.date() })
    .nullable()
    .default(null),
  /** The step under way and how often it was begun; null after one that ended in order. Runs from before this was kept have none. */
  tries: z
    .object({ step: z.string(), count: z.int().min(1) })
    .nullable()
    .default(null),
  /** Batches that were settled so far, each time counted: who read the books before one of them must not end the run by them. */
  settlements: z.int().min(0).default(0),
  /** Numbers of the batches that held a mail with an unknown outcome when the run was settled last. */
  unknownIn: z.array(z.int().min(1)).default([]),
  /** Weeks of content left, this one not counted, to the learner who has the fewest; null before the plan is complete. */
  contentWeeksLeft: z.int().min(0).nullable().default(null),
  /** What the run's own steps used so far. Events of SES and the API are not among it. */
  cost: runCostSchema.default(noCost),
  /** The books of a run that is done: nothing moves in them any more, so its batches need not be read. */
  books: booksSchema.nullable().default(null),
});

export type Run = z.infer<typeof runSchema>;
export type RunState = Run['state'];
type WorkingState = z.infer<typeof workingStateSchema>;

/** Whether a run is in a state in which it works by itself. */
function isWorking(state: RunState): state is WorkingState {
  return state !== 'done' && state !== 'paused' && state !== 'failed';
}

/** What a pause writes; null where there is nothing to pause. */
export function pausedParts({ state }: Pick<Run, 'state'>, pause: Pause): Partial<Omit<Run, 'week'>> | null {
  const { reason, by, at } = pause;
  return isWorking(state) ? { state: 'paused', pausedFrom: state, reason, pause: { by, at } } : null;
}

/** `ITSELF`: a person has to be told. */
type Pause = { reason: string; by: 'OPERATOR' | 'ITSELF'; at: Date };

/** The notices and one more, unless it stands there already. */
export function withNotice({ notices }: Pick<Run, 'notices'>, notice: string): string[] {
  return notices.includes(notice) ? notices : [...notices, notice];
}
