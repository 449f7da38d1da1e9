import { describe, expect, test } from 'vitest';
import {
  AssignmentDocument,
  ChallengeDocument,
  LevelDocument,
  LevelsDocument,
  MeDocument,
  PauseMailDocument,
  ResumeMailDocument,
  UnsubscribeDocument,
} from '../generated/graphql.ts';
import { aChallenge } from '../kit/a-challenge.ts';
import { aLearner } from '../kit/a-learner.ts';
import { aLevel } from '../kit/a-level.ts';
import { anApi } from '../kit/an-api.ts';

const got = (challengeId: string | null) =>
  ({ challengeId, releasedAt: new Date('2026-11-23T08:10:00Z'), outcome: 'OPEN', answeredAt: null }) as const;

const choice = aChallenge({
  id: 'doors',
  title: 'Doors',
  answerKind: 'CHOICE',
  choices: ['left', 'right'],
  archivedAt: new Date('2026-11-24T00:00:00Z'),
});
const levels = [aLevel(), aLevel({ id: 'keen', order: 2, name: 'Keen' })];
const challenges = new Map([aChallenge(), choice].map((challenge) => [challenge.id, challenge]));

function anApiOf(
  owner = aLearner({
    weeks: { '2026-W47': got('snail-in-the-well'), '2026-W48': got('doors'), '2026-W46': got(null) },
  }),
) {
  return anApi({ learners: new Map([[owner.id, owner]]), catalogue: { levels, challenges } });
}

describe('me', () => {
  test('is the whole of what a learner may know of themselves', async () => {
    const { data, errors } = await anApiOf().ask(MeDocument, {}, 'owner');
    expect(errors).toEqual([]);
    expect(data?.me).toMatchObject({
      id: 'shopify-1001',
      firstName: 'Ada',
      level: { id: 'curious' },
      progress: { passed: 0, needed: 3, nextLevel: { id: 'keen' } },
      streakWeeks: 0,
      mail: { status: 'SUBSCRIBED', pausedUntil: null },
      currentAssignment: { id: '2026-W48_shopify-1001', week: '2026-W48' },
      assignments: {
        edges: [
          {
            cursor: '2026-W48',
            node: { challenge: { id: 'doors' }, outcome: 'OPEN', attemptsLeft: 5, submissions: [] },
          },
          { cursor: '2026-W47', node: { challenge: { id: 'snail-in-the-well' } } },
        ],
        pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: '2026-W48', endCursor: '2026-W47' },
      },
    });
  });

  test('has neither level, progress nor assignment before the placement', async () => {
    const { data } = await anApiOf(aLearner({ levelId: null, weeks: { '2026-W48': got(null) } })).ask(
      MeDocument,
      {},
      'owner',
    );
    expect(data?.me).toMatchObject({
      level: null,
      progress: null,
      currentAssignment: null,
      assignments: { edges: [] },
    });
  });

  test('is null for a session whose learner is gone', async () => {
    expect((await anApi().ask(MeDocument, {}, 'owner')).data).toEqual({ me: null });
  });

  test('refuses a page that is too large and a cursor that is no week, naming the argument', async () => {
    const api = anApiOf();
    for (const variables of [{ first: 51 }, { first: 0 }, { after: '2026-53' }]) {
      const { data, errors } = await api.ask(MeDocument, variables, 'owner');
      expect(data).toEqual({ me: null });
      expect(errors).toMatchObject([
        { message: expect.stringMatching(/^(first|after) must be/), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    }
  });
});

describe('the mail preference', () => {
  test('changes as the learner wishes: pause, resume, unsubscribe, and back', async () => {
    const { ask } = anApiOf();
    expect((await ask(PauseMailDocument, { weeks: 2 }, 'owner')).data?.pauseMail.mail).toEqual({
      status: 'PAUSED',
      pausedUntil: '2026-12-13T23:00:00.000Z',
    });
    const subscribed = { status: 'SUBSCRIBED', pausedUntil: null };
    expect((await ask(ResumeMailDocument, {}, 'owner')).data?.resumeMail.mail).toEqual(subscribed);
    expect((await ask(UnsubscribeDocument, {}, 'owner')).data?.unsubscribe.mail.status).toBe('UNSUBSCRIBED');
    expect((await ask(MeDocument, {}, 'owner')).data?.me?.mail.status).toBe('UNSUBSCRIBED');
    expect((await ask(ResumeMailDocument, {}, 'owner')).data?.resumeMail.mail).toEqual(subscribed);
  });

  test.each([0, -1, 27])('refuses a pause of %s weeks and changes nothing', async (weeks) => {
    const { ask, memory } = anApiOf();
    const { errors } = await ask(PauseMailDocument, { weeks }, 'owner');
    expect(errors).toMatchObject([
      { message: 'weeks must be from 1 to 26, such as 4.', extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(memory.written).toEqual([]);
  });
});

describe('content', () => {
  test('levels come lowest first, and one by its id', async () => {
    const { ask } = anApiOf();
    expect((await ask(LevelsDocument, {}, 'stranger')).data?.levels.map(({ id }) => id)).toEqual(['curious', 'keen']);
    expect((await ask(LevelDocument, { id: 'keen' }, 'stranger')).data).toEqual({
      level: { id: 'keen', name: 'Keen' },
    });
    expect((await ask(LevelDocument, { id: 'none' }, 'stranger')).data).toEqual({ level: null });
  });

  test('a learner reads the challenge of any of their weeks, also an archived one', async () => {
    expect((await anApiOf().ask(ChallengeDocument, { id: 'doors' }, 'owner')).data?.challenge).toEqual({
      id: 'doors',
      title: 'Doors',
      bodyHtml: choice.bodyHtml,
      answerKind: 'CHOICE',
      choices: ['left', 'right'],
      level: { id: 'curious' },
    });
  });

  test('a challenge that is not theirs looks to a learner like one that does not exist', async () => {
    const { ask } = anApiOf(aLearner());
    const foreign = await ask(ChallengeDocument, { id: 'doors' }, 'owner');
    expect(foreign).toEqual(await ask(ChallengeDocument, { id: 'none' }, 'owner'));
    expect(foreign).toEqual({ status: 200, data: { challenge: null }, errors: [] });
  });

  test('an editor reads every published challenge', async () => {
    const { ask } = anApiOf();
    expect((await ask(ChallengeDocument, { id: 'doors' }, 'editor')).data?.challenge?.id).toBe('doors');
    expect((await ask(ChallengeDocument, { id: 'none' }, 'editor')).data?.challenge).toBeNull();
  });

  test('an assignment is found by its week, and null where the week had none', async () => {
    const { ask } = anApiOf();
    expect((await ask(AssignmentDocument, { week: '2026-W47' }, 'owner')).data?.assignment).toEqual({
      id: '2026-W47_shopify-1001',
      challenge: { id: 'snail-in-the-well' },
    });
    for (const week of ['2026-W46', '2026-W01']) {
      expect((await ask(AssignmentDocument, { week }, 'owner')).data?.assignment).toBeNull();
    }
  });

  test.each(['2026-W54', '2026-53', 'next month', ''])('%j is no week, and the error shows one', async (week) => {
    const { errors } = await anApiOf().ask(AssignmentDocument, { week }, 'owner');
    expect(errors).toMatchObject([
      { message: expect.stringMatching(/^week must be an ISO week.*2026-W48/), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });
});
