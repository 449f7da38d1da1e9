// Which challenge a learner's mail of this week is about.
import type { Challenge } from '../challenges/challenge.ts';
import type { Learner } from '../learners/learner.ts';
import type { PlannedMail } from './batch.ts';
import type { Sender } from './sender.ts';

/**
 * The one that the week gave already, as to who answered the questionnaire since the plan; else the planned one. Null for the
 * questionnaire, undefined where the challenge no longer exists.
 */
export async function challengeToMail(
  sender: Sender,
  planned: PlannedMail,
  learner: Learner,
): Promise<Challenge | null | undefined> {
  const given = learner.weeks[sender.week]?.challengeId ?? null;
  const known = given === null ? undefined : await find(sender, given);
  return known ?? (planned.challengeId === null ? null : await find(sender, planned.challengeId));
}

/** A sender keeps its catalogue for minutes: what is not in it may have been published since. */
async function find({ catalogue, services }: Sender, id: string): Promise<Challenge | undefined> {
  const known = catalogue.challenges.get(id);
  return known ?? (await (await services.stores()).content.challenge(id)) ?? undefined;
}
