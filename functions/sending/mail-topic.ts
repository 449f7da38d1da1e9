// What a learner's mail of this week is about.
import type { Challenge } from '../challenges/challenge.ts';
import { pickChallenge } from '../challenges/pick-challenge.ts';
import type { Learner } from '../learners/learner.ts';
import type { PlannedMail } from '../weekly-run/batch.ts';
import type { Sender } from './sender.ts';

/**
 * The challenge that the week gave already, as to who answered the questionnaire since the plan; else what was planned. One
 * that was archived since is replaced by the next of its level.
 */
export async function mailTopic(sender: Sender, planned: PlannedMail, learner: Learner): Promise<MailTopic> {
  const given = learner.weeks[sender.week]?.challengeId ?? null;
  const known = given === null ? undefined : await find(sender, given);
  if (known !== undefined) return known;
  if (planned.challengeId === null) return learner.levelId === null ? 'questionnaire' : 'exhausted';
  const challenge = await find(sender, planned.challengeId);
  if (challenge === undefined) return 'lost';
  if (challenge.archivedAt === null) return challenge;
  const had = new Set(Object.values(learner.weeks).flatMap(({ challengeId }) => challengeId ?? []));
  return pickChallenge(sender.catalogue, challenge.levelId, had) ?? 'exhausted';
}

/** `exhausted`: nothing is left for who is placed by now. `lost`: the planned challenge no longer exists. */
export type MailTopic = Challenge | 'questionnaire' | 'exhausted' | 'lost';

/** A sender keeps its catalogue for minutes: what is not in it may have been published since. */
async function find({ catalogue, services }: Sender, id: string): Promise<Challenge | undefined> {
  const known = catalogue.challenges.get(id);
  return known ?? (await (await services.stores()).content.challenge(id)) ?? undefined;
}
