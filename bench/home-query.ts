// Measures what the batched read of a learner's page saves, as ratios against two baselines, all in one run.
import { rm } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import type { Stores } from '../functions/stores.ts';
import { addWeeks } from '../functions/week.ts';
import { emulatorEnv } from '../local/stack/emulator-env.ts';
import { startEmulators } from '../local/stack/emulators.ts';
import { freePorts } from '../local/stack/free-ports.ts';
import { aChallenge } from '../tests/kit/a-challenge.ts';
import { aCountedApi, type RequestCost } from '../tests/kit/a-counted-api.ts';
import { aHouse, type House } from '../tests/kit/a-house.ts';
import { aLearner } from '../tests/kit/a-learner.ts';
import { aLevel } from '../tests/kit/a-level.ts';
import { countedCalls } from '../tests/kit/counted-calls.ts';

const learnerId = 'shopify-1001';
const newest = '2026-W48';
const delayMilliseconds = 20;
const rounds = 21;

const assignment =
  '{ week outcome attemptsLeft nextAttemptAt challenge { title bodyHtml } submissions { answer mark } }';
const home = `{ me { id level { name } progress { passed needed } streakWeeks mail { status }
  currentAssignment ${assignment} } levels { name } }`;
const history = `{ me { assignments(first: 20) { edges { node ${assignment} } } } }`;

type Subject = { name: string; ask(): Promise<RequestCost> };

await withFirestore(async () => {
  const house = await filledHouse();
  const batched = aCountedApi(house, delayMilliseconds);
  const naive = aCountedApi(house, delayMilliseconds, oneAfterTheOther);
  const asked = async (api: typeof batched, query: string) => (await api.ask(query, {}, learnerId)).cost;
  const floor = bareRead(house);
  print(
    'Home query',
    await measure(floor, [
      { name: 'batched', ask: () => asked(batched, home) },
      { name: 'one after the other', ask: () => asked(naive, home) },
    ]),
  );
  print(
    '20 past weeks',
    await measure(floor, [
      { name: 'batched', ask: () => asked(batched, history) },
      { name: 'one after the other', ask: () => asked(naive, history) },
    ]),
  );
});

type Row = RequestCost & { name: string; milliseconds: number };

/** Medians of rounds in which every subject has its turn, after one round that warms caches and connections. */
async function measure(floor: Subject, others: Subject[]): Promise<Row[]> {
  const times = new Map<string, number[]>();
  const costs = new Map<string, RequestCost>();
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, ask } of [floor, ...others]) {
      const start = performance.now();
      costs.set(name, await ask());
      if (round > 0) times.set(name, [...(times.get(name) ?? []), performance.now() - start]);
    }
  }
  return [...costs].map(([name, cost]) => ({ ...cost, name, milliseconds: median(times.get(name) ?? []) }));
}

/** The least that any answer can cost: the learner and two assignments in one call, and no GraphQL. */
function bareRead(house: House): Subject {
  const counted = countedCalls(delayMilliseconds);
  const { db, billed } = house.instance(counted);
  const weeks = [newest, addWeeks(newest, -1)].map((week) => db.collection('assignments').doc(`${week}_${learnerId}`));
  return {
    name: 'floor: a bare getAll of three',
    async ask() {
      counted.reset();
      const before = billed.reads;
      await db.getAll(db.collection('learners').doc(learnerId), ...weeks);
      return { calls: counted.calls, roundTrips: counted.roundTrips, reads: billed.reads - before };
    },
  };
}

/** What resolvers without batching do: the learner, then assignment by assignment. */
function oneAfterTheOther({ learners, assignments }: Stores): Partial<Stores> {
  const ofWeeks: Stores['assignments']['ofWeeks'] = async (id, weeks) => {
    const records: Awaited<ReturnType<typeof assignments.ofWeeks>> = [];
    for (const week of weeks) records.push(...(await assignments.ofWeeks(id, [week])));
    return records;
  };
  const withLearner: Stores['assignments']['withLearner'] = async (id, weeks) => {
    const learner = await learners.get(id);
    const records = await ofWeeks(id, weeks);
    return { learner, records: new Map(weeks.map((week, at) => [week, records[at] ?? null])) };
  };
  return { assignments: { ...assignments, ofWeeks, withLearner } };
}

/** A learner with thirty weeks, each answered once. It is Wednesday of 2026-W48. */
async function filledHouse(): Promise<House> {
  const house = aHouse({ start: '2026-11-25T10:00:00Z' });
  const weeks = Array.from({ length: 30 }, (_, ago) => addWeeks(newest, -ago));
  const idOf = (week: string) => `of-${week.toLowerCase()}`;
  const released = { releasedAt: new Date(0), outcome: 'PASSED' as const, answeredAt: new Date(1) };
  await house.stores.content.saveLevel(aLevel());
  for (const week of weeks) {
    const challengeId = idOf(week);
    await house.stores.content.saveChallenge(aChallenge({ id: challengeId }));
    const submission = {
      ...{
        id: `${week}_${learnerId}_1`,
        challengeId,
        answer: '8',
        mark: 'PASSED',
        note: null,
        submittedAt: new Date(1),
      },
      ...{ revision: 1, leveledUp: false, idempotencyKey: week },
    };
    const record = { learnerId, week, challengeId, outcome: 'PASSED', submissions: [submission], toReviewSince: null };
    await house.db.collection('assignments').doc(`${week}_${learnerId}`).set(record);
  }
  const had = Object.fromEntries(weeks.map((week) => [week, { ...released, challengeId: idOf(week) }]));
  await house.saveLearners(aLearner({ id: learnerId, weeks: had }));
  return house;
}

/** Uses the emulator that FIRESTORE_EMULATOR_HOST names, or one of its own. */
async function withFirestore(work: () => Promise<void>): Promise<void> {
  if (process.env.FIRESTORE_EMULATOR_HOST !== undefined) return work();
  const ports = await freePorts();
  const emulators = await startEmulators({ projectId: 'demo-stepladder-bench', ports, only: ['firestore'] });
  Object.assign(process.env, emulatorEnv(ports));
  try {
    await work();
  } finally {
    await emulators.close();
    await rm(emulators.folder, { recursive: true, force: true });
  }
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function print(title: string, rows: Row[]): void {
  const floor = rows[0]?.milliseconds ?? Number.NaN;
  console.log(`\n${title}: medians of ${rounds} rounds, ${delayMilliseconds} ms before each call`);
  console.log(`${'subject'.padEnd(32)}${['calls', 'reads', 'ms', '× floor'].map((head) => head.padStart(9)).join('')}`);
  for (const { name, calls, reads, milliseconds } of rows) {
    const cells = [calls.length, reads, milliseconds.toFixed(0), (milliseconds / floor).toFixed(1)];
    console.log(`${name.padEnd(32)}${cells.map((cell) => String(cell).padStart(9)).join('')}`);
  }
}
