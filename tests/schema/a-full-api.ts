// An API over content, learners, answers and runs of every kind, so that every field has something to give.
import type { AssignmentRecord } from '../../functions/assignments/assignment-record.ts';
import type { LearnerWeek } from '../../functions/learners/learner.ts';
import { aBatch } from '../kit/a-batch.ts';
import { aChallenge } from '../kit/a-challenge.ts';
import { aLearner } from '../kit/a-learner.ts';
import { aLevel } from '../kit/a-level.ts';
import { aRun } from '../kit/a-run.ts';
import { anApi, type TestApi } from '../kit/an-api.ts';

const ownerId = 'shopify-1001';
/** Shortly before the API's time, Wednesday 10:00: the cool-down still lasts. */
const answeredAt = new Date('2026-11-25T09:59:30Z');

/**
 * The owner failed the snail a moment ago, has a fresh challenge, one passed, one that waits for its review. Another
 * learner, no longer entitled, and an operator who is a learner too, have another challenge.
 */
export function aFullApi(): TestApi {
  const owner = aLearner({
    id: ownerId,
    weeks: {
      '2026-W48': got('snail-in-the-well'),
      '2026-W47': got('fresh'),
      '2026-W46': got('passed', 'PASSED'),
      '2026-W44': got('waiting', 'PENDING_REVIEW'),
    },
  });
  const weeks = { '2026-W47': got('of-others') };
  const otherLearner = aLearner({ id: 'shopify-1002', weeks, customer: { entitled: false } });
  const operatorByLink = aLearner({ id: 'shopify-1003', weeks });
  const unknown = { state: 'unknown', error: 'TimeoutError', at: new Date('2026-11-23T08:10:00Z') } as const;
  const ended = { state: 'failed', reason: 'A typo.', finishedAt: new Date('2026-11-16T09:00:00Z') } as const;
  const sending = aRun({ week: '2026-W46', state: 'sending', contentWeeksLeft: 5 });
  return anApi(
    {
      learners: new Map([owner, otherLearner, operatorByLink].map((learner) => [learner.id, learner])),
      assignments: new Map([recordOf('2026-W48', 'snail-in-the-well'), recordOf('2026-W44', 'waiting')]),
      catalogue: { levels: [aLevel(), aLevel({ id: 'keen', order: 2 })], challenges: challenges() },
      questionnaire,
      runs: new Map([aRun(), aRun({ week: '2026-W47', ...ended }), sending].map((run) => [run.week, run])),
      batches: new Map([
        ['2026-W48', [aBatch({ [ownerId]: unknown })]],
        ['2026-W46', [aBatch({ 'shopify-1': acceptedAt(0), 'shopify-2': acceptedAt(5), 'shopify-3': null })]],
      ]),
    },
    { config: { testMailAddresses: ['proofs@example.com'] } },
  );
}

function acceptedAt(second: number) {
  return { state: 'accepted', sesId: 'ses-1', at: new Date(Date.UTC(2026, 10, 9, 8, 10, second)) } as const;
}

function challenges() {
  const archivedAt = new Date('2026-11-01T00:00:00Z');
  const choices = ['7', '8'];
  return new Map(
    [
      aChallenge({ choices, tolerance: 0.5 }),
      aChallenge({ id: 'fresh', choices }),
      aChallenge({ id: 'passed', archivedAt }),
      aChallenge({ id: 'waiting', answerKind: 'REVIEW', accepted: [] }),
      aChallenge({ id: 'of-others', choices }),
      aChallenge({ id: 'of-nobody', order: 20 }),
    ].map((challenge) => [challenge.id, challenge]),
  );
}

const questionnaire = {
  version: '1',
  questions: [
    {
      id: 'often',
      prompt: 'How often do you solve puzzles?',
      choices: [
        { id: 'seldom', text: 'Seldom', points: 0 },
        { id: 'daily', text: 'Daily', points: 2 },
      ],
    },
  ],
  thresholds: [{ levelId: 'curious', minPoints: 0 }],
};

function got(challengeId: string, outcome: LearnerWeek['outcome'] = 'OPEN'): LearnerWeek {
  const isAnswered = outcome === 'PASSED' || outcome === 'PENDING_REVIEW';
  return {
    challengeId,
    releasedAt: new Date('2026-11-23T08:10:00Z'),
    outcome,
    answeredAt: isAnswered ? answeredAt : null,
  };
}

/** Answered once by the owner: failed with a note, or waiting. */
function recordOf(week: string, challengeId: string): [string, AssignmentRecord] {
  const waits = challengeId === 'waiting';
  const submission = {
    id: `${week}_${ownerId}_1`,
    challengeId,
    answer: '9',
    mark: waits ? ('PENDING_REVIEW' as const) : ('FAILED' as const),
    note: waits ? null : 'Not yet.',
    submittedAt: answeredAt,
    revision: 1,
    leveledUp: false,
    idempotencyKey: 'key-1',
  };
  const outcome = waits ? 'PENDING_REVIEW' : 'OPEN';
  const toReviewSince = waits ? answeredAt : null;
  return [
    `${week}_${ownerId}`,
    { learnerId: ownerId, week, challengeId, outcome, submissions: [submission], toReviewSince },
  ];
}
