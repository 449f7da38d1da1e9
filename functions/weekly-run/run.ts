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
  /** Why it is paused or failed, for an operator, with what to do. */
  reason: z.string().nullable(),
  /** What an operator should know though the run goes on. */
  notices: z.array(z.string()),
  scheduledAt: z.date(),
  startedAt: z.date(),
  finishedAt: z.date().nullable(),
  /** Set when the plan is complete. */
  planHash: z.string().nullable(),
  /** The lease of the one function instance that mails; null while nobody does. */
  sender: z.object({ id: z.string(), expiresAt: z.date() }).nullable(),
});

export type Run = z.infer<typeof runSchema>;
export type RunState = Run['state'];
export type WorkingState = z.infer<typeof workingStateSchema>;

/** Whether a run is in a state in which it works by itself. */
export function isWorking(state: RunState): state is WorkingState {
  return state !== 'done' && state !== 'paused' && state !== 'failed';
}
