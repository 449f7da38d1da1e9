// A schedule that broke a promise, for a person, with how to see it again.
import type { Schedule } from './schedule.ts';

export function scheduleReport({ seed, log, broken }: Schedule): string {
  return [
    `Seed ${seed} (again: npm run test:soak -- --seed ${seed})`,
    ...broken.map((line) => `  broken: ${line}`),
    ...log,
  ].join('\n');
}
