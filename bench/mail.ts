// Measures how a week's mails are sent: at the account's rate, and what that takes of the machine.
import { parseArgs } from 'node:util';
import { cpuRows } from './mail/cpu-rows.ts';
import { memoryRows } from './mail/memory-rows.ts';
import { naiveRows } from './mail/naive-rows.ts';
import { rateRows } from './mail/rate-rows.ts';
import { startStandIn } from './mail/start-stand-in.ts';
import { report } from './report/report.ts';
import type { Row } from './report/row.ts';

const { values } = parseArgs({
  options: { json: { type: 'string' }, short: { type: 'boolean', default: false }, only: { type: 'string' } },
});
/** `--short` is a look in a minute; its figures say little. */
const sizes = values.short
  ? { seconds: 10, learners: 500, naiveMails: 10, large: 5_000, small: 1_000 }
  : { seconds: 60, learners: 2_000, naiveMails: 50, large: 100_000, small: 10_000 };
const parts = {
  cpu: cpuRows,
  naive: naiveRows,
  rate: rateRows,
  memory: memoryRows,
};

const standIn = await startStandIn();
try {
  const rows: Row[] = [];
  for (const [name, measure] of Object.entries(parts)) {
    if (values.only !== undefined && values.only !== name) continue;
    console.log(`Measuring: ${name}`);
    rows.push(...(await measure(standIn, sizes)));
  }
  await report('Sending a week’s mails', rows, values.json);
} finally {
  standIn.close();
}
