import { describe, expect, test } from 'vitest';
import type { Alert } from '../../functions/alerts/alert.ts';
import { watch } from '../../functions/alerts/watch.ts';
import type { Config } from '../../functions/config.ts';
import { AppError } from '../../functions/errors.ts';
import { pauseByItself } from '../../functions/weekly-run/pause-by-itself.ts';
import { pauseRun } from '../../functions/weekly-run/pause-run.ts';
import { resumeRun } from '../../functions/weekly-run/resume-run.ts';
import type { Run } from '../../functions/weekly-run/run.ts';
import { startRun } from '../../functions/weekly-run/start-run.ts';
import { aHouse, type House } from '../kit/a-house.ts';
import { aRun } from '../kit/a-run.ts';
import { fate, Killed } from '../kit/fate.ts';

const week = '2026-W48';
const operator = 'operator@example.com';
const quarter = 15 * 60_000;

/** A house that was installed long ago, and the lines that its watch writes. */
async function aWatch({
  config = {},
  start = '2026-11-23T09:00:01Z',
}: {
  config?: Partial<Config>;
  start?: string;
} = {}) {
  const house = aHouse({ start, config: { operatorEmail: operator, ...config } });
  await house.stores.environment.claim({
    id: house.services.config.projectId,
    since: new Date('2026-01-01T00:00:00Z'),
  });
  const lines: Alert[] = [];
  return { house, lines, look: (other: House = house) => watch(other.services, (alert) => lines.push(alert)) };
}

const put = (house: House, run: Partial<Run>) => house.stores.runs.createOnce(aRun({ state: 'done', ...run }));
const codes = (lines: Alert[]) => lines.map(({ code }) => code);
const mails = ({ mailer }: House) => mailer.sent.map(({ mime }) => Buffer.from(mime).toString());
const told = async (house: House, id: string) => (await house.db.collection('alerts').doc(id).get()).data();

/** So many sweeps, a quarter of an hour apart. */
async function looks(of: Awaited<ReturnType<typeof aWatch>>, count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    await of.look();
    of.house.clock.advance(quarter);
  }
}

const itself = { by: 'ITSELF' as const, at: new Date('2026-11-23T08:30:00Z') };
const stories: [Alert['code'], Partial<Run> | null, string][] = [
  ['RUN_PAUSED', { state: 'paused', reason: 'Mend it.', pause: itself }, '2026-11-23T09:00:01Z'],
  ['RUN_OVERDUE', { state: 'sending' }, '2026-11-24T09:00:01Z'],
  ['RUN_NOT_STARTED', null, '2026-11-23T09:00:01Z'],
  ['UNKNOWN_WAITS', { state: 'settling', reason: 'Unknown: 1.' }, '2026-11-23T09:00:01Z'],
  ['CONTENT_LOW', { contentWeeksLeft: 2 }, '2026-11-23T09:00:01Z'],
];

test.each(stories)('%s is told once over ten sweeps, and again in the next week', async (code, run, start) => {
  const of = await aWatch({ start });
  if (run !== null) await put(of.house, run);
  await looks(of, 10);
  expect(codes(of.lines)).toEqual([code]);
  expect(mails(of.house)).toHaveLength(1);
  expect(mails(of.house)[0]).toContain(code);

  of.house.clock.set(new Date(new Date(start).getTime() + 7 * 86_400_000).toISOString());
  if (run !== null) {
    // What was wrong with the week before was mended meanwhile.
    await of.house.stores.runs.change(week, () => ({ state: 'done', contentWeeksLeft: null }));
    const moved = (at: Date) => new Date(at.getTime() + 7 * 86_400_000);
    const { scheduledAt, startedAt } = aRun();
    const pause = run.pause ? { ...run.pause, at: moved(run.pause.at) } : null;
    await put(of.house, {
      ...run,
      week: '2026-W49',
      scheduledAt: moved(scheduledAt),
      startedAt: moved(startedAt),
      pause,
    });
  }
  await looks(of, 10);
  expect(codes(of.lines)).toEqual([code, code]);
  expect(of.lines.map((line) => line.week)).toEqual([week, '2026-W49']);
  expect(mails(of.house)).toHaveLength(2);
});

test('SHOPIFY_API_VERSION_ENDING is told once, whatever week it is', async () => {
  const of = await aWatch({ start: '2027-09-01T08:00:00Z', config: { misfireGraceHours: 0 } });
  await looks(of, 3);
  of.house.clock.advance(14 * 86_400_000);
  await looks(of, 3);
  expect(codes(of.lines)).toEqual(['SHOPIFY_API_VERSION_ENDING']);
});

test('a run that an operator paused is no news; one that pauses itself twice is told twice', async () => {
  const of = await aWatch();
  await startRun(of.house.services, { week, by: 'schedule' });
  await pauseRun(of.house.services, { week, reason: 'A look at the first mail.' });
  await looks(of, 2);
  expect(of.lines).toEqual([]);
  await resumeRun(of.house.services, { week });
  for (let pauses = 0; pauses < 2; pauses += 1) {
    await pauseByItself(of.house.services, week, 'The account is paused.');
    await looks(of, 2);
    await resumeRun(of.house.services, { week });
    of.house.clock.advance(60_000);
  }
  expect(codes(of.lines)).toEqual(['RUN_PAUSED', 'RUN_PAUSED']);
});

test('what settles itself within the hour is told to nobody', async () => {
  const of = await aWatch();
  await put(of.house, { state: 'settling', reason: 'Unknown: 1.' });
  await looks(of, 3);
  await of.house.stores.runs.change(week, () => ({ state: 'done', reason: null }));
  await looks(of, 10);
  expect(of.lines).toEqual([]);
});

describe('the mail', () => {
  const paused = { state: 'paused', reason: 'Mend <it>.', pause: itself } as const;

  test('goes to the operator, says what the log says, and is no mail of the list', async () => {
    const of = await aWatch();
    await put(of.house, paused);
    await of.look();
    expect(of.house.mailer.sent).toMatchObject([{ to: operator, tags: { 'ses:feedback-id-a': 'alert' } }]);
    const [mail = ''] = mails(of.house);
    expect(mail).toContain(`The weekly run of ${week} is paused. Mend <it>.`);
    expect(mail).toContain('Mend &#60;it&#62;.');
    expect(mail).not.toMatch(/^List-/m);
  });

  test('is not written where no operator is named; the log is', async () => {
    const of = await aWatch({ config: { operatorEmail: undefined } });
    await put(of.house, paused);
    await looks(of, 3);
    expect(of.house.mailer.sent).toEqual([]);
    expect(codes(of.lines)).toEqual(['RUN_PAUSED']);
  });

  test.each([
    { kind: 'unsent', because: 'network', error: 'ECONNREFUSED' } as const,
    { kind: 'account', error: 'AccountSendingPausedException', fix: 'Ask AWS.' } as const,
  ])(
    'that surely did not leave ($kind) is tried again at the next sweep, and the log line comes once',
    async (failure) => {
      const of = await aWatch();
      await put(of.house, paused);
      of.house.mailer.failNext(failure, failure);
      await looks(of, 10);
      expect(mails(of.house)).toHaveLength(1);
      expect(of.lines).toHaveLength(1);
    },
  );

  test('that does not leave for a day is given up', async () => {
    const of = await aWatch();
    await put(of.house, paused);
    let tries = 0;
    of.house.mailer.onSend = () => {
      tries += 1;
    };
    of.house.mailer.failNext(
      ...Array.from({ length: 200 }, () => ({ kind: 'unsent' as const, because: 'overloaded' as const, error: 'x' })),
    );
    await looks(of, 96);
    const afterADay = tries;
    await looks(of, 8);
    // The run is overdue by then, and its mail does not leave either.
    expect(afterADay).toBeGreaterThanOrEqual(96);
    expect((await told(of.house, `RUN_PAUSED_${week}_20261123T083000Z`))?.mail).toBe('UNSENT');
    expect(tries - afterADay).toBeLessThanOrEqual(8);
  }, 120_000);

  test.each(['acceptThenUnknown', { kind: 'unknown', error: 'TimeoutError' }] as const)(
    'of which nobody knows (%j) is never sent again',
    async (failure) => {
      const of = await aWatch();
      await put(of.house, paused);
      of.house.mailer.failNext(failure);
      await looks(of, 10);
      expect(mails(of.house).length).toBe(failure === 'acceptThenUnknown' ? 1 : 0);
      expect(of.lines).toHaveLength(1);
    },
  );

  test('waits for the parameter that keeps it from being made, and the log does not', async () => {
    const of = await aWatch();
    await put(of.house, paused);
    const mailer = of.house.services.mailer;
    of.house.services.mailer = async () => {
      throw new AppError('MISCONFIGURED', 'SES_ACCESS_KEY_ID must be set.');
    };
    await looks(of, 2);
    expect([of.lines.length, of.house.mailer.sent.length]).toEqual([1, 0]);
    of.house.services.mailer = mailer;
    await looks(of, 3);
    expect([of.lines.length, of.house.mailer.sent.length]).toEqual([1, 1]);
  });
});

test('two sweeps at once tell an alert once', async () => {
  const of = await aWatch();
  await put(of.house, { state: 'paused', pause: itself });
  await Promise.all([of.look(), of.look(), of.look()]);
  expect([of.lines.length, of.house.mailer.sent.length]).toEqual([1, 1]);
});

test('a sweep that comes while another has an alert in hand leaves it to that one', async () => {
  const of = await aWatch();
  await put(of.house, { state: 'paused', pause: itself });
  let others = 0;
  const slow = of.house.instance({
    before: async (name) => (name === 'commit' ? 1 : 0),
    async after(effect) {
      if (effect === 0 || others > 0) return;
      others += 1;
      expect(of.lines).toEqual([]);
      expect(await of.look()).toEqual({ alerts: 1, told: 0 });
    },
  });
  expect(await of.look(slow)).toEqual({ alerts: 1, told: 1 });
  expect([others, of.lines.length, of.house.mailer.sent.length]).toEqual([1, 1, 1]);
});

test('the run of the week before is looked at too', async () => {
  const of = await aWatch({ start: '2026-11-30T07:00:00Z' });
  await put(of.house, { state: 'sending' });
  await of.look();
  expect(of.lines).toMatchObject([{ code: 'RUN_OVERDUE', week }]);
});

test('a run whose document cannot be read is told, and keeps nothing else from being told', async () => {
  const of = await aWatch();
  await put(of.house, { week: '2026-W47', state: 'paused', pause: itself });
  await put(of.house, {});
  await of.house.db.collection('weeklyRuns').doc(week).update({ notices: 'ada@example.com' });
  await looks(of, 2);
  expect(codes(of.lines).sort()).toEqual(['RUN_PAUSED', 'RUN_UNREADABLE']);
  const text = of.lines.find(({ code }) => code === 'RUN_UNREADABLE')?.text;
  expect(text).toContain('A document of weeklyRuns does not fit its shape: notices.');
  expect(text).not.toContain('ada@');
});

test.each(['before', 'after'] as const)(
  'a sweep that dies %s any of its effects leaves an alert that is told, by mail at most once',
  async (moment) => {
    const spared = fate(-1, 'before', () => undefined);
    const first = await aWatch();
    await put(first.house, { state: 'paused', pause: itself });
    await first.look(first.house.instance(spared));
    expect(spared.effects).toContain('send');
    for (const [at, effect] of spared.effects.entries()) {
      const of = await aWatch();
      await put(of.house, { state: 'paused', pause: itself });
      const killed = fate(at, moment, () => {
        throw new Killed();
      });
      const dying = of.house.instance(killed);
      await of.look(dying).catch(() => undefined);
      await dying.expireTransactions();
      of.house.clock.advance(quarter);
      await looks(of, 3);
      const where = `killed ${moment} effect ${at} (${effect})`;
      // Twice where it died between the line and the note that it is written: better than never.
      expect(of.lines.length, where).toBeGreaterThanOrEqual(1);
      expect(of.lines.length, where).toBeLessThanOrEqual(2);
      expect(of.house.mailer.sent.length, where).toBeLessThanOrEqual(1);
    }
  },
  120_000,
);

test('an alert that cannot be told keeps no other from being told', async () => {
  const of = await aWatch();
  await put(of.house, { state: 'paused', pause: itself, contentWeeksLeft: 0 });
  await of.house.db.collection('alerts').doc(`RUN_PAUSED_${week}_20261123T083000Z`).set({ broken: true });
  await expect(of.look()).rejects.toMatchObject({ code: 'UNREADABLE' });
  expect(codes(of.lines)).toEqual(['CONTENT_LOW']);
});

test('what was told of a run is kept for 400 days', async () => {
  const of = await aWatch();
  await of.look();
  const kept = await told(of.house, `RUN_NOT_STARTED_${week}`);
  expect(kept?.expiresAt.toDate().getTime() - of.house.clock.now().getTime()).toBe(400 * 86_400_000);
});
