import { describe, expect, test } from 'vitest';
import { linkTokens } from '../../functions/mail/link-token.ts';
import { schema } from '../../schema/index.ts';
import { aBatch } from '../kit/a-batch.ts';
import { aChallenge } from '../kit/a-challenge.ts';
import { aLearner } from '../kit/a-learner.ts';
import { aLevel } from '../kit/a-level.ts';
import { aRun } from '../kit/a-run.ts';
import { anApi, type SessionName, type TestApi } from '../kit/an-api.ts';

/** What a field gives: `data`, `null`, or the code of its error. */
type Outcome = 'data' | 'null' | 'UNAUTHENTICATED' | 'FORBIDDEN';

const columns = [
  'stranger',
  'otherLearner',
  'owner',
  'learnerByGoogle',
  'editor',
  'operator',
  'operatorByLink',
  'admin',
] as const;
type Row = { operation: string; outcomes: [Outcome, Outcome, Outcome, Outcome, Outcome, Outcome, Outcome, Outcome] };

const everyone: Row['outcomes'] = ['data', 'data', 'data', 'data', 'data', 'data', 'data', 'data'];
const learners: Row['outcomes'] = [
  'UNAUTHENTICATED',
  'data',
  'data',
  'FORBIDDEN',
  'FORBIDDEN',
  'FORBIDDEN',
  'data',
  'FORBIDDEN',
];
const operators: Row['outcomes'] = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'FORBIDDEN',
  'FORBIDDEN',
  'FORBIDDEN',
  'data',
  'FORBIDDEN',
  'data',
];

const editors: Row['outcomes'] = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'FORBIDDEN',
  'FORBIDDEN',
  'data',
  'FORBIDDEN',
  'FORBIDDEN',
  'data',
];

/** Every root field; of what belongs to the owner, the other learner and the operator by link are learners too; who has the owner's uid by Google is none. */
const table: Record<string, Row> = {
  'Query.levels': { operation: '{ levels { id } }', outcomes: everyone },
  'Query.level': { operation: '{ level(id: "curious") { id } }', outcomes: everyone },
  'Query.me': {
    operation: '{ me { id } }',
    outcomes: ['null', 'data', 'data', 'null', 'null', 'null', 'data', 'null'],
  },
  'Query.challenge': {
    operation: '{ challenge(id: "snail-in-the-well") { id } }',
    outcomes: ['UNAUTHENTICATED', 'null', 'data', 'FORBIDDEN', 'data', 'FORBIDDEN', 'null', 'data'],
  },
  'Query.assignment': {
    operation: '{ assignment(week: "2026-W48") { id } }',
    outcomes: ['UNAUTHENTICATED', 'null', 'data', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'null', 'FORBIDDEN'],
  },
  'Query.weeklyRun': {
    operation: '{ weeklyRun(week: "2026-W48") { week counts { planned } reasons { code } } }',
    outcomes: operators,
  },
  'Query.weeklyRuns': { operation: '{ weeklyRuns { week } }', outcomes: operators },
  'Query.weeklyPlan': {
    operation: '{ weeklyPlan(week: "2026-W48") { planHash asOf counts { count } entries { learnerId reason } } }',
    outcomes: operators,
  },
  'Query.challenges': { operation: '{ challenges { edges { node { id } } } }', outcomes: editors },
  'Mutation.saveLevel': {
    operation:
      'mutation { saveLevel(input: { id: "keen", order: 2, name: "Keen", summary: "", passesToAdvance: 3 }) { id } }',
    outcomes: editors,
  },
  'Mutation.saveChallenge': {
    operation:
      'mutation { saveChallenge(input: { id: "coins", levelId: "curious", order: 1, title: "Coins", bodyMarkdown: "How many?", answerKind: NUMBER, accepted: ["4"] }) { id } }',
    outcomes: editors,
  },
  'Mutation.publishChallenge': {
    operation: 'mutation { publishChallenge(id: "snail-in-the-well") { id } }',
    outcomes: editors,
  },
  'Mutation.archiveChallenge': {
    operation: 'mutation { archiveChallenge(id: "snail-in-the-well") { id } }',
    outcomes: editors,
  },
  'Mutation.sendTestMail': {
    operation: 'mutation { sendTestMail(challengeId: "snail-in-the-well", to: "proofs@example.com") }',
    outcomes: editors,
  },
  'Mutation.signInWithLink': {
    operation: 'mutation { signInWithLink(token: "LINK_TOKEN") { learnerId } }',
    outcomes: everyone,
  },
  'Mutation.requestSignInLink': {
    operation: 'mutation { requestSignInLink(email: "ada@example.com") }',
    outcomes: everyone,
  },
  'Mutation.pauseMail': { operation: 'mutation { pauseMail(weeks: 2) { id } }', outcomes: learners },
  'Mutation.resumeMail': { operation: 'mutation { resumeMail { id } }', outcomes: learners },
  'Mutation.unsubscribe': { operation: 'mutation { unsubscribe { id } }', outcomes: learners },
  'Mutation.startWeeklyRun': {
    operation: 'mutation { startWeeklyRun(week: "2026-W48") { week } }',
    outcomes: operators,
  },
  'Mutation.pauseWeeklyRun': {
    operation: 'mutation { pauseWeeklyRun(week: "2026-W48", reason: "a typo") { week } }',
    outcomes: operators,
  },
  'Mutation.resumeWeeklyRun': {
    operation: 'mutation { resumeWeeklyRun(week: "2026-W48") { week } }',
    outcomes: operators,
  },
  'Mutation.cancelWeeklyRun': {
    operation: 'mutation { cancelWeeklyRun(week: "2026-W48", reason: "a typo") { week } }',
    outcomes: operators,
  },
  'Mutation.settleUnknown': {
    operation: 'mutation { settleUnknown(week: "2026-W48", resend: false) { week } }',
    outcomes: operators,
  },
};

const cases = Object.entries(table).flatMap(([field, { operation, outcomes }]) =>
  columns.map((session, index) => ({ field, session, operation, outcome: outcomes[index] })),
);

describe('who may use which field', () => {
  test('every field of Query and Mutation is in the table, and nothing else is', () => {
    const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {}).map((name) => `${type?.name}.${name}`),
    );
    expect(Object.keys(table).sort()).toEqual(fields.sort());
    expect(schema.getSubscriptionType()).toBeUndefined();
  });

  test.each(cases)('$field gives $session: $outcome', async ({ field, session, operation, outcome }) => {
    expect(await outcomeOf(aFullApi(), { field, session, operation })).toBe(outcome);
  });

  test.each(['unverifiedOperator', 'passwordOperator'] as const)(
    'a role counts only in a Google session with a verified address, so not for %s',
    async (session) => {
      for (const [field, { operation, outcomes }] of Object.entries(table)) {
        if (outcomes !== operators && outcomes !== editors) continue;
        expect(await outcomeOf(aFullApi(), { field, session, operation })).toBe('FORBIDDEN');
      }
    },
  );

  test('what is refused changes nothing', async () => {
    const refused = cases.filter(({ outcome }) => outcome === 'FORBIDDEN' || outcome === 'UNAUTHENTICATED');
    for (const { field, session, operation } of refused) {
      const api = aFullApi();
      const before = structuredClone(api.memory);
      await outcomeOf(api, { field, session, operation });
      expect(api.memory).toEqual(before);
      expect(api.queue.waiting).toEqual([]);
      expect(api.mailer.sent).toEqual([]);
    }
  });
});

function aFullApi(): TestApi {
  const week = {
    challengeId: 'snail-in-the-well',
    releasedAt: new Date('2026-11-23T08:10:00Z'),
    outcome: 'OPEN',
    passedAt: null,
  } as const;
  const owner = aLearner({ id: 'shopify-1001', weeks: { '2026-W48': week } });
  const others = [aLearner({ id: 'shopify-1002' }), aLearner({ id: 'shopify-1003' })];
  return anApi(
    {
      learners: new Map([owner, ...others].map((learner) => [learner.id, learner])),
      catalogue: { levels: [aLevel()], challenges: new Map([['snail-in-the-well', aChallenge()]]) },
      runs: new Map([['2026-W48', aRun()]]),
      batches: new Map([
        [
          '2026-W48',
          [
            aBatch({
              'shopify-1001': { state: 'unknown', error: 'TimeoutError', at: new Date('2026-11-23T08:10:00Z') },
            }),
          ],
        ],
      ]),
    },
    { config: { testMailAddresses: ['proofs@example.com'] } },
  );
}

async function outcomeOf(
  api: TestApi,
  { field, session, operation }: { field: string; session: SessionName; operation: string },
): Promise<string> {
  const { linkKeys: keys } = api.services.config;
  const token = await linkTokens({ keys, clock: api.clock }).sign('sign-in', 'shopify-1001');
  const { data, errors } = await api.ask<Record<string, unknown>, object>(
    operation.replace('LINK_TOKEN', token),
    {},
    session,
  );
  const [error] = errors;
  if (error !== undefined) return error.extensions.code;
  return data?.[field.split('.')[1] ?? ''] == null ? 'null' : 'data';
}
