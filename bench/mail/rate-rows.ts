// Whether the account's rate is used, against a stand-in that refuses what is above it.
import { judged } from '../report/judged.ts';
import type { Row } from '../report/row.ts';
import type { Sizes } from './sizes.ts';
import type { StandIn } from './start-stand-in.ts';
import { virtualHouse } from './virtual-house.ts';

/** What SES gives a new account, an older one, and a large one. */
const rates = [14, 50, 200];
/** Of Firestore and of SES within one region (ses.md §7). */
const storeDelayMilliseconds = 25;
const latencyMilliseconds = [50, 100] as const;

/** From the second to the last acceptance: the first waits for what only a first mail waits for. */
export async function rateRows(standIn: StandIn, { seconds }: Sizes): Promise<Row[]> {
  const rows: Row[] = [];
  for (const ratePerSecond of rates) {
    await standIn.order({ ratePerSecond, latencyMilliseconds });
    const learners = ratePerSecond * seconds;
    await virtualHouse(standIn.origin).mail({ learners, storeDelayMilliseconds });
    const { accepted, refused, secondAt, lastAt } = await standIn.tally();
    const reached = ((accepted - 2) * 1_000) / (lastAt - secondAt);
    const speed = { name: `accepted, of ${ratePerSecond} a second`, value: reached, unit: 'mails/s' };
    rows.push(
      judged(
        { ...speed, baseline: ratePerSecond, ratio: reached / ratePerSecond, spread: null },
        { of: 'ratio', is: '>=', bound: 0.97 },
      ),
      judged(
        {
          ...{ name: `refused, at ${ratePerSecond} a second`, value: refused, unit: 'mails' },
          ...{ baseline: accepted, ratio: refused / accepted, spread: null },
        },
        { of: 'ratio', is: '<=', bound: 0.001 },
      ),
    );
  }
  return rows;
}
