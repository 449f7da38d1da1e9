// Keeps an answer that is not sent yet, and the idempotency key of one whose fate is not known, over a reload.
import * as z from 'zod/mini';

/** @param newKey makes an idempotency key that was never used before */
export function answerDraft(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  options: Options,
): AnswerDraft {
  const name = `${DRAFT_PREFIX}${options.learnerId}:${options.week}`;
  const load = (): Stored => {
    try {
      return Stored.parse(JSON.parse(storage.getItem(name) ?? ''));
    } catch {
      return { answer: '', sent: null };
    }
  };
  const save = (stored: Stored) => storage.setItem(name, JSON.stringify(stored));
  return {
    read: () => load().answer,
    write: (answer) => save({ ...load(), answer }),
    keyFor(answer) {
      const { sent } = load();
      const key = sent?.answer === answer ? sent.key : options.newKey();
      save({ answer, sent: { answer, key } });
      return key;
    },
    settle: () => save({ ...load(), sent: null }),
    forget: () => storage.removeItem(name),
  };
}

/** What all names in the storage begin with, so that signing out can forget them. */
export const DRAFT_PREFIX = 'draft:';

export type AnswerDraft = {
  /** Empty where nothing was typed. */
  read: () => string;
  write: (answer: string) => void;
  /** The same key as before where this answer was sent and nobody heard what became of it, else a new one. */
  keyFor: (answer: string) => string;
  /** The API has answered, so that the next attempt is a new one. */
  settle: () => void;
  forget: () => void;
};

type Options = { learnerId: string; week: string; newKey: () => string };

const Stored = z.object({
  answer: z.string(),
  sent: z.nullable(z.object({ answer: z.string(), key: z.string() })),
});
type Stored = z.infer<typeof Stored>;
