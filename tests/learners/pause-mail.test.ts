import { describe, expect, test } from 'vitest';
import { pauseMail } from '../../functions/learners/pause-mail.ts';
import { aLearner } from '../kit/a-learner.ts';
import { anApi } from '../kit/an-api.ts';

const learnerId = 'shopify-1001';

function apiWith(learner = aLearner()) {
  return anApi({ learners: new Map([[learner.id, learner]]) });
}

describe('pausing the mail', () => {
  test('sets the end of the pause and touches nothing else', async () => {
    const learner = aLearner({ mail: { suppressed: { reason: 'BOUNCE', since: new Date('2026-11-01T00:00:00Z') } } });
    const { services, memory } = apiWith(learner);
    const pausedUntil = new Date('2026-12-20T23:00:00Z');
    const paused = await pauseMail(services, { learnerId, weeks: 3 });
    expect(paused).toEqual({ ...learner, mail: { ...learner.mail, pausedUntil } });
    expect(memory.learners.get(learnerId)).toEqual(paused);
  });

  test('counts from now, so that a pause can be made shorter too', async () => {
    const { services } = apiWith();
    await pauseMail(services, { learnerId, weeks: 26 });
    const { mail } = await pauseMail(services, { learnerId, weeks: 1 });
    expect(mail.pausedUntil).toEqual(new Date('2026-12-06T23:00:00Z'));
  });

  test('a second time in the same week writes nothing', async () => {
    const { services, memory } = apiWith();
    await pauseMail(services, { learnerId, weeks: 2 });
    await pauseMail(services, { learnerId, weeks: 2 });
    expect(memory.written).toEqual([learnerId]);
  });

  test.each([0, -1, 27, 1.5, Number.NaN])(
    '%s weeks are refused with the range, and nothing is written',
    async (weeks) => {
      const { services, memory } = apiWith();
      await expect(pauseMail(services, { learnerId, weeks })).rejects.toMatchObject({
        code: 'BAD_USER_INPUT',
        message: expect.stringMatching(/^weeks must be .*such as 4\.$/),
      });
      expect(memory.written).toEqual([]);
    },
  );

  test.each([1, 26])('%s weeks are taken', async (weeks) => {
    await expect(pauseMail(apiWith().services, { learnerId, weeks })).resolves.toMatchObject({ id: learnerId });
  });

  test('a learner who is gone is NOT_FOUND', async () => {
    const { services } = anApi();
    await expect(pauseMail(services, { learnerId, weeks: 1 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
