// A weekly run: its states, and the shape of its document.
import { z } from 'zod';
import { weekSchema } from '../week.ts';

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
  /** Where the sync began, or began again after a pause: its first walk, and when. */
  sync: z.object({ firstWalk: z.int().min(1), startedAt: z.date() }),
  /** Set when the plan is complete. */
  planHash: z.string().nullable(),
  /** The lease of the one function instance that mails; null while nobody does. */
  sender: z.object({ id: z.string(), expiresAt: z.date() }).nullable(),
  /** Whether the canary batch has paused this run once: who resumes has seen it. */
  canaryAlarmed: z.boolean(),
});

export type Run = z.infer<typeof runSchema>;
export type RunState = Run['state'];
type WorkingState = z.infer<typeof workingStateSchema>;

/** Whether a run is in a state in which it works by itself. */
function isWorking(state: RunState): state is WorkingState {
  return state !== 'done' && state !== 'paused' && state !== 'failed';
}

/** What a pause writes; null where there is nothing to pause. */
export function pausedParts({ state }: Pick<Run, 'state'>, reason: string): Partial<Omit<Run, 'week'>> | null {
  return isWorking(state) ? { state: 'paused', pausedFrom: state, reason } : null;
}

/** The notices and one more, unless it stands there already. */
export function withNotice({ notices }: Pick<Run, 'notices'>, notice: string): string[] {
  return notices.includes(notice) ? notices : [...notices, notice];
}
