// Mails one virtual run, and prints what it took: node bench/mail/memory-run.ts ORIGIN LEARNERS.
import { virtualHouse } from './virtual-house.ts';

export type RunFigures = { peakMebibytes: number; seconds: number };

const [origin = '', learners = ''] = process.argv.slice(2);
const start = performance.now();
await virtualHouse(origin).mail({ learners: Number(learners), storeDelayMilliseconds: 0 });
const figures: RunFigures = {
  // In KiB, on every system (libuv).
  peakMebibytes: process.resourceUsage().maxRSS / 1_024,
  seconds: (performance.now() - start) / 1_000,
};
console.log(JSON.stringify(figures));
process.exit(0);
