import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { Learner } from '../../../functions/learners/learner.ts';
import { composeMail } from '../../../functions/mail/compose-mail.ts';
import { linkTokens } from '../../../functions/mail/link-token.ts';
import { addWeeks } from '../../../functions/week.ts';
import { countedOperations } from '../../../local/estimate/counted-operations.ts';
import { HomeDocument } from '../../../web/generated/graphql.ts';
import { aChallenge } from '../../kit/a-challenge.ts';
import { aLearner } from '../../kit/a-learner.ts';
import { aLevel } from '../../kit/a-level.ts';
import { anApi } from '../../kit/an-api.ts';
import { fakeClock } from '../../kit/fake-clock.ts';
import { testConfig } from '../../kit/test-config.ts';

const week = '2026-W48';
const read = (path: string) => readFile(new URL(`../../../${path}`, import.meta.url), 'utf8');

test('a week is counted as the test of the run’s cost bounds it, and does not lie above that', async () => {
  const [, reads, writes] =
    /at most ([\d.]+) reads and ([\d.]+) writes/.exec(await read('tests/weekly-run/cost.emulator.test.ts')) ?? [];
  expect(countedOperations.week.reads).toBeLessThanOrEqual(Number(reads));
  expect(countedOperations.week.writes).toBeLessThanOrEqual(Number(writes));
});

test('functions, schedules and secrets are as many as the code declares', async () => {
  const index = await read('functions/index.ts');
  expect(index.match(/^export \{/gm)).toHaveLength(countedOperations.functions);
  const params = await read('functions/params.ts');
  expect(params.match(/defineSecret\(/g)?.length).toBe(countedOperations.secrets);
});

test('a mail of the real composer weighs what is counted, within a fifth', async () => {
  const config = testConfig({ publicUrl: 'https://challenge.example.com' });
  const tokens = linkTokens({ keys: config.linkKeys, clock: fakeClock('2026-11-23T08:00:00Z') });
  const { mime } = await composeMail(
    { config, linkTokens: async () => tokens },
    {
      ...{ kind: 'challenge', week, questionnaireReminder: false },
      ...{ learner: aLearner(), challenge: aChallenge(), level: aLevel() },
    },
  );
  const { bytes, encoding } = countedOperations.mail;
  expect(mime.length).toBeLessThanOrEqual(bytes);
  expect(mime.length).toBeGreaterThan(bytes * 0.8);
  const encoded = encodeURIComponent(Buffer.from(mime).toString('base64')).length;
  expect(encoded / mime.length).toBeLessThanOrEqual(encoding);
});

test('what the page asks for when it opens is most of what a visit’s answers are counted as, after a year too', async () => {
  const weeks = Array.from({ length: 52 }, (_, ago) => addWeeks(week, -ago));
  const given: Learner['weeks'] = Object.fromEntries(
    weeks.map((at) => [
      at,
      { challengeId: idOf(at), releasedAt: new Date(0), outcome: 'PASSED', answeredAt: new Date(0) },
    ]),
  );
  const api = anApi({
    learners: new Map([['shopify-1001', aLearner({ weeks: given })]]),
    catalogue: {
      levels: [aLevel(), aLevel({ id: 'keen', order: 2 })],
      challenges: new Map(weeks.map((at) => [idOf(at), aChallenge({ id: idOf(at) })])),
    },
  });
  const { data, errors } = await api.ask<object, object>(HomeDocument.toString(), { week, weekNamed: false }, 'owner');
  expect(errors).toEqual([]);
  const bytes = Buffer.byteLength(JSON.stringify(data));
  expect(bytes).toBeGreaterThan(1_000);
  expect(bytes).toBeLessThan(countedOperations.visit.answerBytes);
});

function idOf(at: string): string {
  return `of-${at.toLowerCase()}`;
}
