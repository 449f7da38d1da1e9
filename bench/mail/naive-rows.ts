// How much faster than the script one would write first: compose, send, write, and the next.
import { setTimeout as wait } from 'node:timers/promises';
import { sesMailer } from '../../functions/mail/ses-mailer.ts';
import { testConfig } from '../../tests/kit/test-config.ts';
import { inRounds } from '../report/in-rounds.ts';
import { judged } from '../report/judged.ts';
import type { Row } from '../report/row.ts';
import { aWeeklyMail } from './a-weekly-mail.ts';
import type { Sizes } from './sizes.ts';
import type { StandIn } from './start-stand-in.ts';
import { virtualHouse } from './virtual-house.ts';

const sesMilliseconds = 50;
const storeDelayMilliseconds = 25;
const rounds = 5;

/** Where the account's rate does not bound either. The script neither reads learners nor keeps who is in flight. */
export async function naiveRows(standIn: StandIn, { learners, naiveMails }: Sizes): Promise<Row[]> {
  await standIn.order({ ratePerSecond: 1_000_000, latencyMilliseconds: [sesMilliseconds, sesMilliseconds] });
  const house = virtualHouse(standIn.origin);
  const mailer = sesMailer(testConfig({ sesEndpoint: standIn.origin }));
  async function naive(): Promise<void> {
    for (let number = 1; number <= naiveMails; number += 1) {
      await mailer.send(await aWeeklyMail(number));
      await wait(storeDelayMilliseconds);
    }
  }
  const measured = await inRounds(rounds, {
    baseline: () => mailsPerSecond(naiveMails, naive),
    value: () => mailsPerSecond(learners, () => house.mail({ learners, storeDelayMilliseconds })),
  });
  const row = { name: 'without a rate, by a script that sends one after the other', unit: 'mails/s', ...measured };
  return [judged(row, { of: 'ratio', is: '>=', bound: 20 })];
}

async function mailsPerSecond(mails: number, work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (mails * 1_000) / (performance.now() - start);
}
