import { expect, test } from 'vitest';
import { brokenPromises } from '../kit/broken-promises.ts';
import { type Blow, type CrashStep, effectsOf, strike } from '../kit/crash-step.ts';
import { inParallel } from '../kit/in-parallel.ts';
import { operatorSteps } from '../kit/operator-steps.ts';
import { runSteps, sweepSteps } from '../kit/run-steps.ts';

const week = '2026-W48';
const learnerIds = ['1001', '1002', '1003', '1004', '1005'].map((number) => `shopify-${number}`);
const options = { batchSize: 3, config: { resendUnknown: true } };
/** Some at a time: more would only wait for the emulator longer. */
const width = 3;

const run = await runSteps({ week, customers: learnerIds.length, options });
const sweeps = sweepSteps(run);
const sending = run.find(({ name }) => name.startsWith('send-mails'));
if (sending === undefined) throw new Error('The run never sent.');
const steps = [...run, ...sweeps, ...(await operatorSteps(week, sending))];
const effects = await inParallel(steps, width, effectsOf);

type Case = { step: CrashStep; blow: Blow };

function casesOf(kind: Blow['kind'], moment: Blow['moment']): Case[] {
  return steps.flatMap((step, at) =>
    (effects[at] ?? []).map((_, effect) => ({ step, blow: { kind, moment, at: effect } })),
  );
}

test('the matrix covers every step of a run and every kind of outside effect', () => {
  expect(new Set(run.map(({ message }) => message?.topic ?? 'the schedule'))).toEqual(
    new Set(['the schedule', 'sync-customers', 'plan-run', 'send-mails']),
  );
  expect([...new Set(effects.flat())]).toEqual(
    expect.arrayContaining(['batchGetDocuments', 'runQuery', 'commit', 'buyers', 'quota', 'send', 'publish']),
  );
  for (const [at, { name }] of steps.entries()) expect(effects[at]?.length, name).toBeGreaterThan(0);
});

test.each([
  ['stopped', 'before'],
  ['stopped', 'after'],
  ['frozen', 'before'],
  ['frozen', 'after'],
] as const)(
  'an instance may be %s %s any outside effect of any step: nobody is lost, nobody mailed twice, and the run ends',
  async (kind, moment) => {
    const broken = await inParallel(casesOf(kind, moment), width, ({ step, blow }) =>
      strike(step, blow, (house) => brokenPromises(house, { week, learnerIds, endsAs: 'done', ...step.ending })),
    );
    expect(broken.flat()).toEqual([]);
  },
  600_000,
);
