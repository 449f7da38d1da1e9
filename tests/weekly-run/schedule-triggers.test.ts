// What the functions of the schedule tell where they fail: the SDK logs the message of what they throw as it is.
import * as logger from 'firebase-functions/logger';
import { afterEach, expect, test, vi } from 'vitest';
import { watch } from '../../functions/alerts/watch.ts';
import { AppError } from '../../functions/errors.ts';
import { startRun } from '../../functions/weekly-run/start-run.ts';
import { sweep as sweepRuns } from '../../functions/weekly-run/sweep.ts';
import { sweep } from '../../functions/weekly-run/sweep-trigger.ts';
import { weeklyRun } from '../../functions/weekly-run/weekly-run-trigger.ts';

vi.mock('firebase-functions/logger', { spy: true });
vi.mock('../../functions/weekly-run/sweep.ts', () => ({ sweep: vi.fn() }));
vi.mock('../../functions/alerts/watch.ts', () => ({ watch: vi.fn() }));
vi.mock('../../functions/weekly-run/start-run.ts', () => ({ startRun: vi.fn() }));
vi.stubEnv('SHOP_TIME_ZONE', 'Europe/Berlin');
const logged = vi.mocked(logger.error).mockImplementation(() => undefined);
vi.mocked(watch).mockResolvedValue({ alerts: 0, told: 0 });
afterEach(() => logged.mockClear());

const event = { scheduleTime: '2026-11-23T08:00:00Z' };
const foreign = new Error('3 INVALID_ARGUMENT: ada@example.com is no key');

test.each([
  ['sweep', sweep, vi.mocked(sweepRuns), 'The sweep failed.'],
  ['weekly run', weeklyRun, vi.mocked(startRun), 'The weekly run did not start.'],
])('a %s that fails throws an error of ours, and quotes none of an SDK', async (_name, trigger, useCase, message) => {
  useCase.mockRejectedValueOnce(foreign);
  const error: unknown = await Promise.resolve(trigger.run(event)).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'AppError', code: 'OVERLOADED', message, retryable: true, cause: undefined });
  expect(logged).toHaveBeenCalledExactlyOnceWith(message, expect.objectContaining({ error: 'Error' }));
  expect(JSON.stringify(logged.mock.calls)).not.toContain('ada@example.com');
});

const quiet = { active: 0, published: 0 };
const paused = {
  id: 'RUN_PAUSED_2026-W48',
  code: 'RUN_PAUSED',
  week: '2026-W48',
  text: 'Mend it.',
  patienceMinutes: 0,
};

test('an alert is one line of severity ERROR that bears its code, which alert policies look for', async () => {
  vi.mocked(sweepRuns).mockResolvedValueOnce(quiet);
  vi.mocked(watch).mockImplementationOnce(async (_services, log) => {
    log({ ...paused, code: 'RUN_PAUSED' });
    return { alerts: 1, told: 1 };
  });
  await sweep.run(event);
  expect(logged).toHaveBeenCalledExactlyOnceWith('Mend it.', { code: 'RUN_PAUSED', week: '2026-W48' });
});

test('runs that cannot be woken keep nobody from being told, and the other way round', async () => {
  vi.mocked(sweepRuns).mockRejectedValueOnce(foreign);
  vi.mocked(watch).mockClear().mockResolvedValueOnce({ alerts: 0, told: 0 });
  await expect(sweep.run(event)).rejects.toMatchObject({ message: 'The sweep failed.' });
  expect(watch).toHaveBeenCalledOnce();
  vi.mocked(sweepRuns).mockClear().mockResolvedValueOnce(quiet);
  vi.mocked(watch).mockRejectedValueOnce(foreign);
  await expect(sweep.run(event)).rejects.toMatchObject({ message: 'The sweep failed.' });
  expect(sweepRuns).toHaveBeenCalledOnce();
});

test('who has to be told does not wait for runs that take long', async () => {
  const settling = Promise.withResolvers<typeof quiet>();
  vi.mocked(sweepRuns).mockReturnValueOnce(settling.promise);
  const told = Promise.withResolvers<void>();
  vi.mocked(watch).mockImplementationOnce(async () => {
    told.resolve();
    return { alerts: 0, told: 0 };
  });
  const swept = sweep.run(event);
  await told.promise;
  settling.resolve(quiet);
  await swept;
});

test('a week that can never be started is logged, and not tried again', async () => {
  vi.mocked(startRun).mockRejectedValueOnce(new AppError('MISCONFIGURED', 'SHOP_TIME_ZONE must be set.'));
  await expect(weeklyRun.run(event)).resolves.toBeUndefined();
  expect(logged).toHaveBeenCalledOnce();
});
