// What an operator does to a run, and what Amazon SES tells of it, each as a step in which an instance may fail.
import { recordEvent } from '../../functions/deliveries/record-event.ts';
import { AppError } from '../../functions/errors.ts';
import { cancelRun } from '../../functions/weekly-run/cancel-run.ts';
import { pauseRun } from '../../functions/weekly-run/pause-run.ts';
import { resumeRun } from '../../functions/weekly-run/resume-run.ts';
import { retryFailed } from '../../functions/weekly-run/retry-failed.ts';
import { settleUnknown } from '../../functions/weekly-run/settle-unknown.ts';
import { sweep } from '../../functions/weekly-run/sweep.ts';
import type { House } from './a-house.ts';
import type { CrashStep } from './crash-step.ts';
import { fate, Killed } from './fate.ts';
import { type HouseSnapshot, houseFrom, snapshotOf } from './house-snapshot.ts';
import { sendEvents } from './ses-feed.ts';
import { settleDown } from './settle-down.ts';

/** `sending` stands right before the first message to the sender. */
export async function operatorSteps(week: string, sending: CrashStep): Promise<CrashStep[]> {
  const clicked = (name: string, before: HouseSnapshot, click: (house: House) => Promise<unknown>): CrashStep => ({
    name,
    before,
    act: click,
    comesAgain: (house) => click(house).catch(unlessTooLate),
    goesOn: (house, until) => settleDown(house, week, { until }),
  });
  const pause = (house: House) => pauseRun(house.services, { week, reason: 'Looked at.' });
  const resume = (house: House) => resumeRun(house.services, { week });
  const settle = (resend: boolean) => (house: House) => settleUnknown(house.services, { week, resend });
  const retry = (house: House) => retryFailed(house.services, { week, reasons: ['OUTCOME_UNKNOWN'] });
  const hear = async (house: House) => {
    for (const event of sendEvents(house, 0)) await recordEvent(house.services, event);
  };

  const paused = await after(sending.before, pause);
  const open = await after(sending.before, (house) => openRun(house, week, sending));
  const told = await after(open, hear);
  const booked = await after(told, settle(false));
  return [
    {
      ...clicked('pause', sending.before, pause),
      goesOn: async (house, until) => {
        await house.deliverAll();
        await resume(house).catch(unlessTooLate);
        await settleDown(house, week, { until });
      },
    },
    clicked('resume', paused, resume),
    {
      ...clicked('cancel', sending.before, (house) => cancelRun(house.services, { week, reason: 'Not this week.' })),
      ending: { endsAs: 'failed' },
    },
    { ...clicked('settle unknown as failed', told, settle(false)), ending: { endsAs: 'done', booked: true } },
    clicked('send unknown again', told, settle(true)),
    clicked('retry failed', booked, retry),
    clicked('events come', open, hear),
    { ...clicked('sweep after events', told, (house) => sweep(house.services)), comesAgain: async () => undefined },
  ];
}

/** Who clicks again is told where the run has gone on. */
function unlessTooLate(error: unknown): void {
  if (!(error instanceof AppError) || error.code !== 'BAD_USER_INPUT') throw error;
}

/** The house as it is after something was done in it. */
async function after(before: HouseSnapshot, act: (house: House) => Promise<unknown>): Promise<HouseSnapshot> {
  const house = await houseFrom(before);
  await act(house);
  const snapshot = await snapshotOf(house, before.options);
  await house.db.terminate();
  return snapshot;
}

/** A run that settles: its first sender died after one mail of the first batch, and nothing was heard of that mail yet. */
async function openRun(house: House, week: string, sending: CrashStep): Promise<void> {
  const killed = fate(0, 'before', () => undefined);
  const instance = house.instance({
    before: async (name) => {
      if (name === 'send' && house.mailer.sent.length === 1) killed.dead = true;
      return killed.before(name);
    },
    after: killed.after,
  });
  await sending.act(instance).catch((error: unknown) => {
    if (!killed.dead) throw error;
  });
  if (!killed.dead) throw new Killed();
  await instance.expireTransactions();
  await instance.db.terminate();
  house.clock.advance(15 * 60_000);
  await sweep(house.services);
  await house.deliverAll();
  const state = (await house.stores.runs.get(week))?.state;
  if (state !== 'settling') throw new Error(`The run should settle, and is ${state}.`);
}
