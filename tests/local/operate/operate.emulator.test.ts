import { beforeAll, expect, test } from 'vitest';
import { submitAnswer } from '../../../functions/assignments/submit-answer.ts';
import { startRun } from '../../../functions/weekly-run/start-run.ts';
import { operate } from '../../../local/operate/operate.ts';
import { aChallenge } from '../../kit/a-challenge.ts';
import { aHouse, type House } from '../../kit/a-house.ts';
import { fillHouse, mailed } from '../../kit/fill-house.ts';

const week = '2026-W48';
let house: House;

beforeAll(async () => {
  house = aHouse();
  await fillHouse(house, { customers: 4 });
});

test('before the first run there is none, and the plan of the present week says what would be', async () => {
  expect(await operate(house.services, { name: 'status', week: undefined })).toEqual(['There was no run yet.']);
  expect(await operate(house.services, { name: 'status', week: '2026-W40' })).toEqual(['2026-W40 has no run.']);
  const plan = await operate(house.services, { name: 'plan', week: undefined });
  expect(plan[0]).toBe('2026-W48 as of 2026-11-23T08:00:00.000Z, before Monday’s own sync');
  expect(plan).toContain('  There is no learner yet.');
});

test('a run is paused with its reason, resumed, and told with its books, reasons and cost when it is done', async () => {
  house.mailer.failNext({ kind: 'refused', code: 'MESSAGE_REFUSED', error: 'MessageRejected' });
  await startRun(house.services, { week, by: 'schedule' });
  const paused = await operate(house.services, { name: 'pause', week, reason: 'a wrong link' });
  expect(paused[0]).toBe('2026-W48 PAUSED: a wrong link');
  expect((await operate(house.services, { name: 'resume', week }))[0]).toBe('2026-W48 SYNCING');
  await house.deliverAll();
  const lines = await operate(house.services, { name: 'status', week: undefined });
  expect(lines.slice(0, 3)).toEqual([
    '2026-W48 DONE',
    'planned 4 = accepted 3 + excluded 0 + failed 1 + unknown 0 + pending 0',
    '  MESSAGE_REFUSED 1: Amazon SES refused the message.',
  ]);
  expect(lines.at(-1)).toMatch(/^Used: [1-9]\d* reads, [1-9]\d* writes, [1-9] messages, \d+ s of functions$/);
});

test('a failed mail is explained, and sent again by retry', async () => {
  const before = mailed(house);
  const missing = [1001, 1002, 1003, 1004].find((number) => !before.includes(`customer-${number}@example.com`));
  const lines = await operate(house.services, { name: 'explain', learnerId: `shopify-${missing}`, week: undefined });
  expect(lines.slice(0, 2)).toEqual([
    `shopify-${missing} in 2026-W48: QUESTIONNAIRE, MESSAGE_REFUSED`,
    'Amazon SES refused the message.',
  ]);
  const retried = await operate(house.services, { name: 'retry', week, reasons: ['MESSAGE_REFUSED'] });
  expect(retried[0]).toBe('2026-W48 SENDING');
  await house.deliverAll();
  expect(mailed(house)).toHaveLength(4);
});

test('once Monday has come, the plan is that of the next', async () => {
  house.clock.advance(1_000);
  const [line] = await operate(house.services, { name: 'plan', week: undefined });
  expect(line).toMatch(/^2026-W49 as of /);
});

test('an answer that waits for its review is told with its id, and marked once', async () => {
  expect(await operate(house.services, { name: 'reviews' })).toEqual(['No answer waits for a review.']);
  const learnerId = 'shopify-1001';
  const challenge = aChallenge({ id: 'essay', levelId: 'first', order: 9, answerKind: 'REVIEW', accepted: [] });
  await house.stores.content.saveChallenge(challenge);
  const released = { challengeId: 'essay', releasedAt: house.clock.now(), outcome: 'OPEN' as const, answeredAt: null };
  await house.db
    .collection('learners')
    .doc(learnerId)
    .update({ levelId: 'first', [`weeks.${week}`]: released });
  const submitted = await submitAnswer(house.services, {
    learnerId,
    challengeId: 'essay',
    answer: 'Because\nof this.',
    idempotencyKey: 'a-key-of-mine',
  });
  expect(submitted).toMatchObject({ kind: 'submitted' });
  const [head = '', ...answer] = await operate(house.services, { name: 'reviews' });
  expect(head).toContain('PENDING_REVIEW  essay');
  expect(answer).toEqual(['    Because', '    of this.']);
  const [id = ''] = head.split('  ');
  const marked = await operate(house.services, { name: 'review', id, passed: true, note: 'Well seen' });
  expect(marked[0]).toContain('PASSED  essay');
  await expect(operate(house.services, { name: 'review', id, passed: false, note: null })).rejects.toThrow('marked');
});

test('what cannot be done is told as the API tells it, and changes nothing', async () => {
  const run = await house.stores.runs.get(week);
  await expect(operate(house.services, { name: 'settle', week, resend: true })).rejects.toThrow('is not settling');
  await expect(operate(house.services, { name: 'start', week: '2026-W20' })).rejects.toThrow('cannot be started now');
  await expect(operate(house.services, { name: 'cancel', week, reason: 'x' })).rejects.toThrow('is done');
  expect(await house.stores.runs.get(week)).toEqual(run);
});
