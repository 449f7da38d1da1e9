// A learner on a ladder who answers through the API.
import type { Challenge } from '../../functions/challenges/challenge.ts';
import type { Learner } from '../../functions/learners/learner.ts';
import { SubmitAnswerDocument, type SubmitAnswerMutation } from '../generated/graphql.ts';
import { aLadder } from './a-ladder.ts';
import { aLearner, type LearnerOverrides } from './a-learner.ts';
import { aWeek } from './a-week.ts';
import { anApi, type TestApi } from './an-api.ts';

type Result = SubmitAnswerMutation['submitAnswer'];

export type Answerer = TestApi & {
  /** Submits as the owner with a key of its own unless given; throws where the answer is an error. */
  submit(challengeId: string, answer: string, idempotencyKey?: string): Promise<Result>;
  /** The owner as stored. */
  owner(): Learner;
  change(overrides: LearnerOverrides): void;
};

const owner = 'shopify-1001';

/**
 * Wednesday of 2026-W48; the owner stands on `curious` and was given `number` this week, and the others of the level in
 * the weeks before: `text`, `choice`, `report`, `review`.
 */
export function anAnswerer(
  overrides: LearnerOverrides = {},
  challenges: Record<string, Partial<Challenge>> = {},
): Answerer {
  const placement = { version: '1', levelId: 'curious', placedAt: new Date('2026-10-20T10:00:00Z') };
  const ids = ['review', 'report', 'choice', 'text', 'number'];
  const weeks = ids.map((id, at) => {
    const releasedAt = new Date(Date.UTC(2026, 9, 26 + 7 * at, 8, 10));
    return [`2026-W${44 + at}`, aWeek(id, { releasedAt })] as const;
  });
  const learner = aLearner({ placement, weeks: Object.fromEntries(weeks), ...overrides });
  const api = anApi({ learners: new Map([[owner, learner]]), catalogue: aLadder(challenges) });
  let keys = 0;
  const stored = () => {
    const found = api.memory.learners.get(owner);
    if (found === undefined) throw new Error('The learner is gone.');
    return found;
  };
  return {
    ...api,
    async submit(challengeId, answer, idempotencyKey) {
      keys += 1;
      const variables = { challengeId, answer, idempotencyKey: idempotencyKey ?? `own-key-${keys}` };
      const { data, errors } = await api.ask(SubmitAnswerDocument, variables, 'owner');
      if (data === null || errors.length > 0) throw new Error(errors[0]?.message);
      return data.submitAnswer;
    },
    owner: stored,
    change({ customer, mail, ...rest }) {
      const before = stored();
      const parts = { customer: { ...before.customer, ...customer }, mail: { ...before.mail, ...mail } };
      api.memory.learners.set(owner, { ...before, ...rest, ...parts });
    },
  };
}
