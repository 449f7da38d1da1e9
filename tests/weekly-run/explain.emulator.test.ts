import { beforeAll, describe, expect, test } from 'vitest';
import { recordEvent } from '../../functions/deliveries/record-event.ts';
import { explain } from '../../functions/weekly-run/explain.ts';
import { startRun } from '../../functions/weekly-run/start-run.ts';
import { aHouse, type House } from '../kit/a-house.ts';
import { aLearner } from '../kit/a-learner.ts';
import { deliverUntil } from '../kit/deliver-until.ts';
import { fillHouse } from '../kit/fill-house.ts';

const week = '2026-W48';
const accepted = 'shopify-1001';
const refused = 'shopify-1002';
const unknown = 'shopify-1003';
const nobody = 'shopify-999';

let house: House;

const whats = async (learnerId: string) =>
  (await explain(house.services, { learnerId, week })).facts.map(({ what }) => what);

beforeAll(async () => {
  house = aHouse();
  await fillHouse(house, { customers: 3 });
  await house.saveLearners(aLearner({ id: nobody, customer: { entitled: false, evidence: 'ABSENT' } }));
  const { send } = house.mailer;
  house.mailer.send = async (mail) => {
    if (mail.tags.assignment === `${week}_${refused}`)
      return { kind: 'refused', code: 'ADDRESS_REFUSED', error: 'InvalidParameterValue' };
    if (mail.tags.assignment === `${week}_${unknown}`) return { kind: 'unknown', error: 'TimeoutError' };
    return send(mail);
  };
});

describe('an explanation', () => {
  test('before the run says what would be as of now, and that nothing is planned', async () => {
    const before = await explain(house.services, { learnerId: nobody, week });
    expect(before).toMatchObject({ decision: null, code: 'NOT_ENTITLED' });
    expect(before.reason).toBe(
      'The week has no run. As of now: They have not bought the product, or no longer hold it.',
    );
  });

  test('of a planned mail says that it was not tried yet', async () => {
    await startRun(house.services, { week, by: 'schedule' });
    await deliverUntil(house, 'send-mails');
    const planned = await explain(house.services, { learnerId: accepted, week });
    expect(planned).toMatchObject({ decision: 'QUESTIONNAIRE', code: 'NOT_PLACED_YET' });
    expect(planned.facts.map(({ what }) => what)).toContain('Not tried yet.');
  });

  test('of an accepted mail names its SES id and every event, in order of time', async () => {
    await house.deliverAll();
    const at = new Date('2026-11-23T08:30:00Z');
    const event = { assignmentId: `${week}_${accepted}`, sesId: 'fake-1', mailAt: house.clock.now(), feedbackId: null };
    await recordEvent(house.services, { ...event, kind: 'delivery', at, subType: null, recipients: [] });
    const sentAt = new Date('2026-11-23T08:20:00Z');
    await recordEvent(house.services, { ...event, kind: 'send', at: sentAt, subType: null, recipients: [] });
    const { decision, code, facts } = await explain(house.services, { learnerId: accepted, week });
    expect({ decision, code }).toEqual({ decision: 'QUESTIONNAIRE', code: 'NOT_PLACED_YET' });
    const words = facts.map(({ what }) => what);
    expect(words).toContain('Amazon SES accepted it as fake-1.');
    expect(words.slice(-2)).toEqual([
      'Event of Amazon SES: send, mail fake-1.',
      'Event of Amazon SES: delivery, mail fake-1.',
    ]);
    const times = facts.map(({ at }) => at?.getTime() ?? 0);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  test('of a refused mail gives its code, and of an unknown one that nobody knows', async () => {
    expect(await explain(house.services, { learnerId: refused, week })).toMatchObject({
      code: 'ADDRESS_REFUSED',
      reason: 'Amazon SES refused the address.',
    });
    expect(await explain(house.services, { learnerId: unknown, week })).toMatchObject({ code: 'OUTCOME_UNKNOWN' });
    expect(await whats(unknown)).toContain('Handed to Amazon SES with an unknown outcome (TimeoutError).');
  });

  test('of who was not planned says why nobody mailed them', async () => {
    expect(await explain(house.services, { learnerId: nobody, week })).toMatchObject({
      decision: 'NOBODY',
      code: 'NOT_ENTITLED',
    });
    expect(await whats(nobody)).toContain('They do not hold the product (by absence from the shop’s buyers).');
  });

  test('holds no address and no name', async () => {
    for (const learnerId of [accepted, refused, unknown, nobody]) {
      const text = JSON.stringify(await explain(house.services, { learnerId, week }));
      const learner = await house.stores.learners.get(learnerId);
      expect(text).not.toContain('@');
      for (const name of [learner?.customer.firstName, learner?.customer.lastName]) {
        if (name) expect(text).not.toContain(name);
      }
    }
  });

  test('of a learner who does not exist is refused', async () => {
    await expect(explain(house.services, { learnerId: 'shopify-404', week })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
