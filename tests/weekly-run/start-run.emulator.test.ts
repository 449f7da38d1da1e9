import { afterEach, expect, test, vi } from 'vitest';
import { complaintGuard } from '../../functions/weekly-run/complaint-guard.ts';
import { resumeRun } from '../../functions/weekly-run/resume-run.ts';
import { startRun } from '../../functions/weekly-run/start-run.ts';
import { aHouse } from '../kit/a-house.ts';
import { fillHouse, mailed } from '../kit/fill-house.ts';

vi.mock('../../functions/weekly-run/complaint-guard.ts', { spy: true });
const guard = vi.mocked(complaintGuard);
afterEach(() => guard.mockReset());

const week = '2026-W48';
const complaints = 'Of 2000 mails 3 were reported as spam.';

test('after too many complaints a run waits for an operator, mails nobody, and goes on when it is resumed', async () => {
  const house = aHouse();
  await fillHouse(house, { customers: 2 });
  guard.mockResolvedValueOnce(complaints);
  expect(await startRun(house.services, { week, by: 'schedule' })).toMatchObject({
    state: 'paused',
    pausedFrom: 'syncing',
    reason: complaints,
    pause: { by: 'ITSELF', at: house.clock.now() },
  });
  await house.deliverAll();
  expect(house.mailer.sent).toEqual([]);
  guard.mockResolvedValue(complaints);
  await resumeRun(house.services, { week });
  await house.deliverAll();
  expect(mailed(house)).toHaveLength(2);
});

test('complaints are looked at before a run begins, and no more when it stands', async () => {
  const house = aHouse();
  guard.mockResolvedValue(null);
  await startRun(house.services, { week, by: 'schedule' });
  guard.mockResolvedValue(complaints);
  expect(await startRun(house.services, { week, by: 'operator' })).toMatchObject({ state: 'syncing', reason: null });
  expect(guard).toHaveBeenCalledOnce();
});

test('a run that starts late and after too many complaints tells both', async () => {
  const house = aHouse({ start: '2026-11-25T08:00:00Z' });
  guard.mockResolvedValueOnce(complaints);
  const { reason } = await startRun(house.services, { week, by: 'schedule' });
  expect(reason).toMatch(/^late: /);
  expect(reason).toContain(complaints);
});

test('a run that starts when its sending is over is not said to be worth resuming', async () => {
  const house = aHouse({ start: '2026-12-01T08:00:00Z' });
  guard.mockResolvedValueOnce(null);
  const { reason } = await startRun(house.services, { week, by: 'operator' });
  expect(reason).toMatch(/^late: the sending of 2026-W48 ended .* Cancel the run\.$/);
});
