// Decides what one learner gets in one week. Pure: the same learner, catalogue and week give the same decision.
import type { Catalogue } from '../challenges/catalogue.ts';
import { pickChallenge } from '../challenges/pick-challenge.ts';
import type { Learner } from '../learners/learner.ts';
import { mayNotMail } from './may-not-mail.ts';
import type { ReasonCode } from './reason.ts';

export type MailDecision =
  | { decision: 'CHALLENGE'; code: 'NEXT_CHALLENGE' | 'PLACEMENT_OVERDUE'; challengeId: string }
  | { decision: 'QUESTIONNAIRE'; code: 'NOT_PLACED_YET'; challengeId: null }
  | { decision: 'NOBODY'; code: ReasonCode; challengeId: null };

/** Questionnaire mails before an unplaced learner gets a first-level challenge: from the third week (issue: weekly plan). */
const questionnaireMailsMax = 2;

/**
 * `learner` is null where the document could not be read. `week.due` is when the week's mail is due, which a pause is
 * compared with. A challenge that the week gave already, by an earlier plan or by the questionnaire's answer, is planned
 * again: the mail says what the learner's page shows.
 */
export function planMail(
  learner: Learner | null,
  catalogue: Catalogue,
  week: { week: string; due: Date },
): MailDecision {
  if (learner === null) return nobody('UNREADABLE');
  const obstacle = mayNotMail(learner, week.due);
  if (obstacle !== null) return nobody(obstacle);
  const others = Object.entries(learner.weeks).filter(([other]) => other !== week.week);
  const had = new Set(others.flatMap(([, { challengeId }]) => challengeId ?? []));
  const given = learner.weeks[week.week]?.challengeId ?? null;
  if (given !== null && catalogue.challenges.has(given)) {
    return challenge(given, learner.levelId === null ? 'PLACEMENT_OVERDUE' : 'NEXT_CHALLENGE');
  }
  if (learner.levelId !== null) return challenge(pickChallenge(catalogue, learner.levelId, had)?.id, 'NEXT_CHALLENGE');

  const asked = others.filter(([other, { challengeId }]) => other < week.week && challengeId === null).length;
  if (asked < questionnaireMailsMax) return { decision: 'QUESTIONNAIRE', code: 'NOT_PLACED_YET', challengeId: null };
  const first = catalogue.levels[0];
  return challenge(first && pickChallenge(catalogue, first.id, had)?.id, 'PLACEMENT_OVERDUE');
}

function nobody(code: ReasonCode): MailDecision {
  return { decision: 'NOBODY', code, challengeId: null };
}

function challenge(id: string | undefined, code: 'NEXT_CHALLENGE' | 'PLACEMENT_OVERDUE'): MailDecision {
  return id === undefined ? nobody('CONTENT_EXHAUSTED') : { decision: 'CHALLENGE', code, challengeId: id };
}
