import { FieldValue } from 'firebase-admin/firestore';
import { beforeEach, describe, expect, test } from 'vitest';
import { deliveryParts } from '../../functions/deliveries/delivery-parts.ts';
import { recordEvent } from '../../functions/deliveries/record-event.ts';
import type { Outcome } from '../../functions/weekly-run/batch.ts';
import { resumeRun } from '../../functions/weekly-run/resume-run.ts';
import type { RunState } from '../../functions/weekly-run/run.ts';
import { aBatch } from '../kit/a-batch.ts';
import { aHouse, type House } from '../kit/a-house.ts';
import { aRun } from '../kit/a-run.ts';
import { aHardBounce } from '../kit/a-ses-event.ts';

const week = '2026-W48';
let house: House;

beforeEach(() => {
  house = aHouse();
});

/** A run that is in a state, with so many accepted mails in batches of 100. */
async function runWith(accepted: number, state: RunState = 'sending'): Promise<void> {
  const { runs, batches } = house.stores;
  await runs.createOnce(aRun({ state: 'planning' }));
  const outcome: Outcome = { state: 'accepted', sesId: 'ses-1', at: new Date('2026-11-23T08:10:00Z') };
  for (let number = 1; (number - 1) * 100 < accepted; number += 1) {
    const mails = Math.min(100, accepted - (number - 1) * 100);
    const outcomes = Object.fromEntries(Array.from({ length: mails }, (_, at) => [`shopify-${number}${at}`, outcome]));
    await batches.freeze(week, { ...aBatch(outcomes), number });
  }
  await runs.change(week, () => ({ state }));
}

/** So many bounces are known; the last of them comes as an event. */
async function bounces(from: number, to = from): Promise<void> {
  for (let at = from; at < to; at += 1) {
    await house.stores.deliveries.merge(deliveryParts(aHardBounce(), { week, learnerId: `shopify-${at}` }));
  }
  await bounce(to);
}

const bounce = (at: number, overrides = {}) =>
  recordEvent(
    house.services,
    aHardBounce({
      assignmentId: `${week}_shopify-${at}`,
      recipients: [`bounced-${at}@example.com`],
      ...overrides,
    }),
  );

const stateOf = async () => (await house.stores.runs.get(week))?.state;

describe('hard bounces of a run that is sending', () => {
  test.each([
    { bounced: 5, accepted: 200, state: 'paused' },
    { bounced: 4, accepted: 10, state: 'sending' },
    { bounced: 5, accepted: 201, state: 'sending' },
    { bounced: 6, accepted: 240, state: 'paused' },
  ])('$bounced of $accepted accepted: the run is $state', async ({ bounced, accepted, state }) => {
    await runWith(accepted);
    await bounces(1, bounced);
    expect(await stateOf()).toBe(state);
  });

  test('pause it with what happened and what to do, as a pause of its own', async () => {
    await runWith(100);
    await bounces(1, 5);
    const run = await house.stores.runs.get(week);
    expect(run).toMatchObject({ state: 'paused', pausedFrom: 'sending', pause: { by: 'ITSELF' } });
    expect(run?.reason).toMatch(/^Of 100 mails that Amazon SES accepted, 5 bounced for good\..* then resume/);
  });

  test('are measured by the mails of batches from before sums were kept, too', async () => {
    await runWith(201);
    for (const id of ['000001', '000002']) {
      await house.db.collection(`weeklyRuns/${week}/batches`).doc(id).update({ tally: FieldValue.delete() });
    }
    await bounces(1, 5);
    expect(await stateOf()).toBe('sending');
    await bounce(6);
    expect(await house.stores.runs.get(week)).toMatchObject({ reason: expect.stringMatching(/^Of 201 mails/) });
  });

  test('count once each, however often their events come, and transient ones never', async () => {
    await runWith(100);
    await bounces(1, 4);
    await bounce(4, { feedbackId: 'again' });
    await bounce(5, { bounce: { kind: 'TRANSIENT', subType: 'MailboxFull' } });
    expect(await stateOf()).toBe('sending');
  });

  test('of another week pause nothing', async () => {
    await runWith(100);
    await bounces(1, 4);
    await bounce(5, { assignmentId: '2026-W47_shopify-5' });
    expect(await stateOf()).toBe('sending');
  });

  test('that come at one moment pause it once', async () => {
    await runWith(100);
    await Promise.all([1, 2, 3, 4, 5, 6].map((at) => bounce(at)));
    expect(await house.stores.runs.get(week)).toMatchObject({ state: 'paused', pausedFrom: 'sending' });
  });
});

test('who resumes has seen the bounces until then: only twice as many pause the run again', async () => {
  await runWith(100);
  await bounces(1, 5);
  // Bounces that come late, while the run is paused.
  await bounces(6, 8);
  await resumeRun(house.services, { week });
  expect((await house.stores.runs.get(week))?.bouncesSeen).toBe(8);
  await bounces(9, 15);
  expect(await stateOf()).toBe('sending');
  await bounce(16);
  expect(await stateOf()).toBe('paused');
});

test.each(['settling', 'done', 'failed'] as const)('a run that is %s has nothing left to protect', async (state) => {
  await runWith(100, state);
  await bounces(1, 9);
  expect(await stateOf()).toBe(state);
});

test('a bounce of a week without a run is recorded all the same', async () => {
  expect(await bounce(1)).toEqual({ did: 'recorded' });
  expect(await house.stores.deliveries.hardBounces(week)).toBe(1);
});

test('while a run is healthy a hard bounce costs at most five reads and two writes', async () => {
  await runWith(100);
  const { reads, writes } = house.billed;
  await bounce(1);
  const cost = { reads: house.billed.reads - reads, writes: house.billed.writes - writes };
  expect(cost.writes).toBe(2);
  expect(cost.reads).toBeLessThanOrEqual(5);
});
