// What grading says of an answer.
import type { Submission } from './assignment-record.ts';

/** `invalid`: not an answer of the right form, which costs no attempt. The message says what would be right. */
export type AnswerGrade = { kind: 'marked'; mark: Submission['mark'] } | { kind: 'invalid'; message: string };
