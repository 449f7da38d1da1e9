import { expect, test } from 'vitest';
import { countTry, triesMax } from '../../functions/weekly-run/count-try.ts';
import type { Run } from '../../functions/weekly-run/run.ts';

const at = new Date('2026-11-23T08:10:00Z');
const run = (tries: Run['tries']): Pick<Run, 'state' | 'tries'> => ({ state: 'sending', tries });

test('a step counts its tries, and another step begins anew', () => {
  expect(countTry(run(null), 'send', at)).toEqual({ tries: { step: 'send', count: 1 } });
  expect(countTry(run({ step: 'send', count: 7 }), 'send', at)).toEqual({ tries: { step: 'send', count: 8 } });
  expect(countTry(run({ step: 'plan:2', count: 7 }), 'plan:3', at)).toEqual({ tries: { step: 'plan:3', count: 1 } });
});

test('the twentieth try may begin; the one after it pauses the run, which says which step', () => {
  expect(triesMax).toBe(20);
  expect(countTry(run({ step: 'send', count: 19 }), 'send', at)).toEqual({ tries: { step: 'send', count: 20 } });
  expect(countTry(run({ step: 'send', count: 20 }), 'send', at)).toEqual({
    state: 'paused',
    pausedFrom: 'sending',
    pause: { by: 'ITSELF', at },
    reason: expect.stringMatching(/^The step send was begun 20 times/),
    tries: null,
  });
});
