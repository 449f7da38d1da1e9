// Closes a walk over Shopify's customers: was it complete, and who was absent from it?
import type { Customer, Learner } from '../learners/learner.ts';
import { mergeCustomer } from '../learners/merge-customer.ts';
import { writeCustomers } from '../learners/write-customers.ts';
import { messages } from '../messages.ts';
import type { Services } from '../services.ts';
import { endSync } from './end-sync.ts';
import { findAbsent } from './find-absent.ts';

/** Walks of one sync: paging goes over a live set, so a first mismatch is walked once more before it is believed. */
const walksMax = 2;

/**
 * More than `count` absent, and more than this share of the shop, is a fault of the walk rather than news. Never more
 * than `atOnce`: each costs about 73 points of Shopify's 100 a second, and a function has 540 s.
 */
const absentMax = { count: 20, share: 0.1, atOnce: 400 };

/** Ends the sync, starts another walk, or throws where Shopify fails. Takes entitlement only from who is gone by id, too. */
export async function closeWalk(
  services: Services,
  { week, walk, firstWalk }: { week: string; walk: number; firstWalk: number },
): Promise<void> {
  const { pages, learners } = await services.stores();
  const walked = await pages.ofWalk(week, walk);
  const ids = new Set(walked.flatMap((page) => page.customerIds));
  const totalCount = walked.at(-1)?.totalCount ?? 0;
  if (ids.size !== totalCount) {
    if (walk - firstWalk + 1 < walksMax) {
      await (await services.queue()).publish(messages.syncCustomers, { week, walk: walk + 1, page: 1 });
      return;
    }
    const notice = `The walk over Shopify’s customers met ${ids.size} of ${totalCount}: nobody was taken away.`;
    return endSync(services, week, notice);
  }
  const counted = new Set(ids);
  for (const id of walked.flatMap((page) => page.unreadableIds)) counted.delete(id);
  const bound = Math.min(absentMax.atOnce, Math.max(absentMax.count, Math.floor(ids.size * absentMax.share)));
  const absent = (await findAbsent(learners, counted, bound + 1)).filter((id) => !ids.has(id));
  if (absent.length > bound) {
    const notice = `More than ${bound} learners were absent from Shopify’s customers, which is hard to believe: nobody was taken away.`;
    return endSync(services, week, notice);
  }
  await confirmAbsent(services, absent);
  return endSync(services, week, null);
}

/** Reads each absent customer once more by id, past the search index, which may lag; only then takes entitlement away. */
async function confirmAbsent(services: Services, absent: string[]): Promise<void> {
  const { learners } = await services.stores();
  const shop = await services.shop();
  const known = new Map<string, Learner>();
  const changed = new Map<string, Customer>();
  for (const { id, learner } of await learners.getAll(absent)) {
    if (learner === null) continue;
    const found = await shop.customer(id.replace('shopify-', ''));
    const customer = found?.bought
      ? mergeCustomer(learner, found.customer, 'ORDERS')
      : { ...learner.customer, entitled: false, evidence: 'ABSENT' as const };
    known.set(id, learner);
    if (customer !== null) changed.set(id, customer);
  }
  await writeCustomers(services, changed, known);
}
