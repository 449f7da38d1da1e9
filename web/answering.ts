// Rule: whether a week's challenge can be answered now, and if not, why.
import type { AssignmentPartsFragment, MailStatus } from './generated/graphql.ts';

/** The server has the last word; this decides only what is offered. What was reached stands before what has ended. */
export function answering(
  { outcome, attemptsLeft }: Pick<AssignmentPartsFragment, 'outcome' | 'attemptsLeft'>,
  mailStatus: MailStatus,
): Answering {
  if (outcome === 'PASSED') return 'passed';
  if (outcome === 'PENDING_REVIEW') return 'waiting';
  if (attemptsLeft === 0) return 'exhausted';
  return mailStatus === 'NOT_ENTITLED' ? 'notEntitled' : 'open';
}

export type Answering = 'open' | 'passed' | 'waiting' | 'exhausted' | 'notEntitled';
