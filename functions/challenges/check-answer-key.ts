// Rule: what each answer kind needs as its key, and must not have.
import type { z } from 'zod';
import type { Challenge } from './challenge.ts';

export type AnswerKey = Pick<Challenge, 'answerKind' | 'choices' | 'accepted' | 'tolerance'>;

/** Adds an issue for each field that does not fit the others; no message quotes an answer. */
export function checkAnswerKey(
  { answerKind, choices, accepted, tolerance }: AnswerKey,
  context: z.RefinementCtx,
): void {
  const wrong = (field: keyof AnswerKey, message: string) =>
    context.addIssue({ code: 'custom', path: [field], message });
  const isMarked = answerKind === 'TEXT' || answerKind === 'NUMBER' || answerKind === 'CHOICE';
  if (isMarked && accepted.length === 0) wrong('accepted', `needs an answer, because the answer kind is ${answerKind}`);
  if (!isMarked && accepted.length > 0) wrong('accepted', `must be empty, because the answer kind is ${answerKind}`);
  if (answerKind === 'NUMBER' && accepted.length > 0 && !isOne(accepted, isNumber))
    wrong('accepted', 'must be one number such as "12" or "-0.5", because the answer kind is NUMBER');
  if ((answerKind === 'CHOICE') !== (choices !== null))
    wrong('choices', 'belong to the answer kind CHOICE, and only to it');
  if (choices !== null && new Set(choices.map(seen)).size < choices.length)
    wrong('choices', 'must differ from each other in more than what nobody sees');
  if (
    answerKind === 'CHOICE' &&
    choices !== null &&
    accepted.length > 0 &&
    !isOne(accepted, (answer) => choices.includes(answer))
  )
    wrong('accepted', 'must be one of the choices, word for word');
  if (answerKind !== 'NUMBER' && tolerance !== null) wrong('tolerance', 'belongs to the answer kind NUMBER only');
}

function isOne(answers: string[], fits: (answer: string) => boolean): boolean {
  return answers.length === 1 && answers.every(fits);
}

/** Plain decimals only: what JavaScript takes besides, such as `0x10` and `1e3`, is not what an author would mean. */
function isNumber(answer: string): boolean {
  return /^[-+]?\d+(\.\d+)?$/.test(answer) && Number.isFinite(Number(answer));
}

function seen(choice: string): string {
  return choice.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
}
