// The course of one sender's work: whether it goes on, and the changes that its tasks wait for.
import { type Condition, condition } from './condition.ts';
import type { Stop } from './sender.ts';

export type Course = Condition & {
  /** Why no further group goes in flight; null while all is well. */
  stopped(): Stop | null;
  /** Whether mails in flight that have not left stay behind, and are pending again. */
  isHalted(): boolean;
  /** Whether no further group may begin: it stopped, or something failed. */
  isOver(): boolean;
  /** No further group; what is in flight still leaves. */
  stop(reason: Stop): void;
  /** No further mail at all. */
  halt(reason: Stop): void;
  /** No further group, for an error; the first one counts. */
  fail(error: unknown): void;
  /** Throws the error that it failed with, if any. */
  throwFailure(): void;
};

export function course(): Course {
  const changes = condition();
  let stopped: Stop | null = null;
  let isHalted = false;
  let failure: { error: unknown } | null = null;

  function stop(reason: Stop): void {
    // Who lost its lease may not even write what it knows, whatever else stopped it before.
    stopped = reason === 'lost' ? reason : (stopped ?? reason);
    changes.changed();
  }

  return {
    ...changes,
    stopped: () => stopped,
    isHalted: () => isHalted,
    isOver: () => stopped !== null || failure !== null,
    stop,
    halt(reason) {
      isHalted = true;
      stop(reason);
    },
    fail(error) {
      failure ??= { error };
      changes.changed();
    },
    throwFailure() {
      if (failure !== null) throw failure.error;
    },
  };
}
