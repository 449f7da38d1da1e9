// A weekly run for tests.
import type { Run } from '../../functions/weekly-run/run.ts';
import { noCost } from '../../functions/weekly-run/run-cost.ts';

export function aRun(overrides: Partial<Run> = {}): Run {
  return {
    week: '2026-W48',
    state: 'settling',
    pausedFrom: null,
    reason: null,
    notices: [],
    scheduledAt: new Date('2026-11-23T08:00:00Z'),
    startedAt: new Date('2026-11-23T08:00:01Z'),
    finishedAt: null,
    reopenedAt: null,
    planHash: 'a-plan-hash',
    sender: null,
    sync: { firstWalk: 1, startedAt: new Date('2026-11-23T08:00:00Z') },
    canaryAlarmed: false,
    pause: null,
    tries: null,
    settlements: 0,
    unknownIn: [],
    contentWeeksLeft: null,
    cost: noCost,
    books: null,
    bouncesSeen: 0,
    ...overrides,
  };
}
