// Brings one page of Shopify's customers over, and asks for the next.
import { AppError } from '../errors.ts';
import { saveCustomers } from '../learners/save-customers.ts';
import { messages } from '../messages.ts';
import type { Services } from '../services.ts';
import type { ShopCustomer } from '../shopify/shop.ts';
import { beginStep } from './begin-step.ts';
import { closeWalk } from './close-walk.ts';
import { endSync } from './end-sync.ts';
import { endTry } from './end-try.ts';
import { type Page, pageLifeDays } from './page.ts';

/** A walk that is not complete after this long is left (architecture §5.2). */
const walkHoursMax = 3;

export type SyncTally = {
  did: 'dropped' | 'repeated' | 'page' | 'closed' | 'left';
  customers: number;
  written: number;
};

type SyncStep = { week: string; walk: number; page: number };

/**
 * One step of the walk: a page of customers, or, after the last page, the closing of the walk. A page that was read
 * already only publishes the next one. Throws where Shopify fails: the message comes again, until the time is up.
 */
export async function syncCustomers(services: Services, step: SyncStep): Promise<SyncTally> {
  const { week, walk, page } = step;
  const { pages } = await services.stores();
  // Asked before the step begins, where messages that came at once wait for each other: they are to end as one chain.
  if (await pages.get(week, walk, page)) return repeat(services, step);
  const name = `sync:${walk}:${page}`;
  const run = await beginStep(services, week, { state: 'syncing', step: name });
  if (run === null || walk < run.sync.firstWalk) return { did: 'dropped', ...nothing };
  if (services.clock.now().getTime() - run.sync.startedAt.getTime() > walkHoursMax * 3_600_000) {
    const notice = `Shopify’s customers could not be read within ${walkHoursMax} hours: the run went on with the learners as last known, and took nothing away.`;
    await endSync(services, week, notice);
    return { did: 'left', ...nothing };
  }
  try {
    return await readPage(services, step, run.sync.firstWalk);
  } catch (error) {
    // While Shopify is away its own limit holds, the walk's three hours: no try of ours is at fault.
    if (error instanceof AppError && error.code === 'SHOPIFY_FAILED' && error.retryable)
      await endTry(services, week, name).catch(() => undefined);
    throw error;
  }
}

const nothing = { customers: 0, written: 0 };

/** The page was read already: its message came again, or the one after it got lost. */
async function repeat(services: Services, { week, walk, page }: SyncStep): Promise<SyncTally> {
  const { runs } = await services.stores();
  const run = await runs.get(week);
  if (run?.state !== 'syncing' || walk < run.sync.firstWalk) return { did: 'dropped', ...nothing };
  await (await services.queue()).publish(messages.syncCustomers, { week, walk, page: page + 1 });
  return { did: 'repeated', ...nothing };
}

async function readPage(services: Services, step: SyncStep, firstWalk: number): Promise<SyncTally> {
  const { week, walk, page } = step;
  const { pages } = await services.stores();
  const previous = page === 1 ? null : await pages.get(week, walk, page - 1);
  if (page > 1 && previous === null) return { did: 'dropped', ...nothing };
  if (previous !== null && previous.nextCursor === null) {
    await closeWalk(services, { week, walk, firstWalk });
    return { did: 'closed', ...nothing };
  }
  const read = await (await services.shop()).buyers(previous?.nextCursor ?? null);
  const saved = await saveCustomers(services, read.customers);
  const newPage = aPage(services.clock.now(), step, { ...read, unreadableIds: saved.unreadableIds });
  // Of two that read the same page one goes on, so that messages that came twice do not stay two.
  if (await pages.saveOnce(week, newPage)) {
    await (await services.queue()).publish(messages.syncCustomers, { week, walk, page: page + 1 });
  }
  return { did: 'page', customers: read.customers.length, written: saved.written };
}

function aPage(
  now: Date,
  step: SyncStep,
  read: { customers: ShopCustomer[]; unreadableIds: string[]; totalCount: number; nextCursor: string | null },
): Page {
  return {
    walk: step.walk,
    page: step.page,
    customerIds: read.customers.map(({ number }) => `shopify-${number}`),
    unreadableIds: read.unreadableIds,
    totalCount: read.totalCount,
    nextCursor: read.nextCursor,
    savedAt: now,
    expiresAt: new Date(now.getTime() + pageLifeDays * 86_400_000),
  };
}
