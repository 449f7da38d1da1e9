import { expect, test } from 'vitest';
import type { Alert } from '../../functions/alerts/alert.ts';
import { watch } from '../../functions/alerts/watch.ts';
import { resumeRun } from '../../functions/weekly-run/resume-run.ts';
import { startRun } from '../../functions/weekly-run/start-run.ts';
import { sweep } from '../../functions/weekly-run/sweep.ts';
import { aHouse, type House } from '../kit/a-house.ts';
import { deliverUntil } from '../kit/deliver-until.ts';
import { fillHouse, mailed } from '../kit/fill-house.ts';

const week = '2026-W48';
const since = new Date('2026-01-01T00:00:00Z');

/** What a restore leaves: production's documents, in the project of staging. */
const restore = (house: House) =>
  house.db.collection('settings').doc('environment').set({ id: 'stepladder-production', since });

test('the first deployment that meets a database claims it, and every later instance finds itself at home', async () => {
  const house = aHouse();
  await fillHouse(house, { customers: 1 });
  await startRun(house.services, { week, by: 'schedule' });
  const claimed = { id: house.services.config.projectId, since: house.clock.now() };
  house.clock.advance(60_000);
  expect(await house.stores.environment.claim({ id: 'another', since: house.clock.now() })).toEqual(claimed);
  await house.deliverAll();
  expect(mailed(house)).toHaveLength(1);
});

test('instances that meet a new database at once agree on who claimed it', async () => {
  const { stores } = aHouse();
  const claims = ['a', 'b', 'c'].map((id) => stores.environment.claim({ id, since }));
  const ids = (await Promise.all(claims)).map(({ id }) => id);
  expect(new Set(ids).size).toBe(1);
});

test('in a restored copy no run starts, and the reason says whose the database is and how to adopt it', async () => {
  const house = aHouse();
  await restore(house);
  await expect(startRun(house.services, { week, by: 'schedule' })).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    retryable: false,
    message: expect.stringMatching(/belongs to stepladder-production.*delete its document settings\/environment/),
  });
  expect(await house.stores.runs.list(1)).toEqual([]);
});

test.each(['sync-customers', 'plan-run', 'send-mails'])(
  'a run of which %s comes next is paused in a restored copy, and mails nobody; adopted, it goes on',
  async (topic) => {
    const house = aHouse();
    await fillHouse(house, { customers: 3 });
    await startRun(house.services, { week, by: 'schedule' });
    await deliverUntil(house, topic);
    await restore(house);
    house.clock.advance(20 * 60_000);
    expect(await sweep(house.services)).toEqual({ active: 0, published: 0 });
    const { db } = house;
    const learners = (await db.collection('learners').get()).docs.map(({ updateTime }) => updateTime);
    await house.deliverAll();
    expect(await house.stores.runs.get(week)).toMatchObject({
      state: 'paused',
      reason: expect.stringContaining('stepladder-production'),
      pause: { by: 'ITSELF' },
      sender: null,
    });
    expect(house.mailer.sent).toEqual([]);
    expect((await db.collection('learners').get()).docs.map(({ updateTime }) => updateTime)).toEqual(learners);

    await db.collection('settings').doc('environment').delete();
    await resumeRun(house.services, { week });
    await house.deliverAll();
    expect(mailed(house)).toHaveLength(3);
  },
);

test('in a restored copy the operator is told of that alone, and once', async () => {
  const house = aHouse({ start: '2026-11-23T12:00:00Z', config: { operatorEmail: 'operator@example.com' } });
  await restore(house);
  const lines: Alert[] = [];
  for (let sweeps = 0; sweeps < 3; sweeps += 1) {
    await watch(house.services, (alert) => lines.push(alert));
    house.clock.advance(15 * 60_000);
  }
  expect(lines).toMatchObject([{ code: 'FOREIGN_DATABASE', week: null }]);
  expect(house.mailer.sent).toMatchObject([{ to: 'operator@example.com' }]);
});
