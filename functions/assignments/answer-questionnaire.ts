// A learner answers the placement questionnaire.
import type { Catalogue } from '../challenges/catalogue.ts';
import { findQuestionnaire } from '../challenges/find-questionnaire.ts';
import type { Level } from '../challenges/level.ts';
import { pickChallenge } from '../challenges/pick-challenge.ts';
import { AppError } from '../errors.ts';
import type { Learner } from '../learners/learner.ts';
import { levelOf } from '../learners/level-of.ts';
import { mayAnswerQuestionnaire } from '../learners/may-answer-questionnaire.ts';
import { noSuchLearner } from '../learners/no-such-learner.ts';
import { type Answer, place } from '../learners/place.ts';
import { standing } from '../learners/standing.ts';
import type { Services } from '../services.ts';
import { weekOf } from '../week.ts';
import { type Assignment, assignment } from './assignment.ts';
import { learnerReading } from './learner-reading.ts';

/**
 * Places the learner, and gives this week's challenge at once where they are entitled and the week brought none yet. It may
 * be repeated until the first submission, then it throws `ALREADY_STARTED`; who was never placed may answer it even then.
 * A repeat with the same result writes nothing. Throws `BAD_USER_INPUT` where the answers do not fit the questionnaire,
 * `NOT_FOUND` where there is none, or the learner is gone.
 */
export async function answerQuestionnaire(
  services: Services,
  { learnerId, answers }: { learnerId: string; answers: Answer[] },
): Promise<Placement> {
  const { content, learners } = await services.stores();
  const [questionnaire, catalogue] = await Promise.all([findQuestionnaire(services), content.catalogue()]);
  const { level, reason } = place(questionnaire, answers, catalogue.levels);
  const now = services.clock.now();
  const week = weekOf(now, services.config.timeZone);
  const placed = await learners.change(learnerId, (learner) => {
    if (!mayAnswerQuestionnaire(learner)) throw alreadyStarted();
    const placement = { version: questionnaire.version, levelId: level.id, placedAt: now };
    const reached = standing({ placement, weeks: learner.weeks }, catalogue);
    const weeks = given(learner, { week, now, levelId: reached.levelId }, catalogue);
    return weeks === null && isSame(learner, placement) ? null : { placement, ...reached, ...weeks };
  });
  if (placed === null) throw noSuchLearner();
  const reached = levelOf(placed, catalogue) ?? level;
  return {
    level: reached,
    reason: reached.id === level.id ? reason : `${reason} What you have passed already leads on to ${reached.name}.`,
    assignment: assignment(learnerReading(services, placed), week, catalogue),
  };
}

/** `assignment`: this week's, also where it was given before. */
export type Placement = { level: Level; reason: string; assignment: Assignment | null };

function isSame({ placement: known }: Learner, { version, levelId }: { version: string; levelId: string }): boolean {
  return known?.version === version && known.levelId === levelId;
}

/** The learner's weeks with this week's challenge; null where there is none to give. */
function given(
  { customer, weeks }: Learner,
  { week, now, levelId }: { week: string; now: Date; levelId: string | null },
  catalogue: Catalogue,
): Pick<Learner, 'weeks'> | null {
  if (!customer.entitled || levelId === null || (weeks[week]?.challengeId ?? null) !== null) return null;
  const had = new Set(Object.values(weeks).flatMap(({ challengeId }) => challengeId ?? []));
  const challenge = pickChallenge(catalogue, levelId, had);
  if (challenge === null) return null;
  return {
    weeks: { ...weeks, [week]: { challengeId: challenge.id, releasedAt: now, outcome: 'OPEN', answeredAt: null } },
  };
}

function alreadyStarted(): AppError {
  return new AppError(
    'ALREADY_STARTED',
    'You have submitted an answer already, so your level now moves with what you pass. The questionnaire is not answered again.',
  );
}
