// The batches of a run in order, those at hand open together: the next one begins while the last mails of one are on their way.
import type { PlannedMail } from '../weekly-run/batch.ts';
import { isTooLateToSend } from '../weekly-run/lateness.ts';
import { type BatchDesk, batchDesk } from './batch-desk.ts';
import { batchFeed } from './batch-feed.ts';
import { closeDesk } from './close-desk.ts';
import type { Course } from './course.ts';
import { pausedByCanary } from './paused-by-canary.ts';
import { prepareGroup, type ReadyGroup } from './prepare-group.ts';
import type { Sender } from './sender.ts';

/** Open at once: one from which groups are taken, one whose last mails are on their way, and one that is being closed. */
const openMax = 3;

export type BatchWalk = {
  /** The next group, looked at and composed; waits until there is one. Null where nothing is left, or none may begin. */
  nextGroup(): Promise<ReadyGroup | null>;
  /** Writes what is still held. Throws where that cannot be: then what was in flight is unknown to the next sender. */
  close(): Promise<void>;
  /** The first batch that is not done. */
  atBatch(): number;
};

/** The first batch of a run goes alone, as a canary. */
export async function batchWalk(sender: Sender, course: Course, fromBatch: number): Promise<BatchWalk> {
  const feed = await batchFeed(sender, fromBatch);
  const open: BatchDesk[] = [];
  const closing = new Map<BatchDesk, Promise<void>>();

  async function closeBatch(desk: BatchDesk): Promise<void> {
    if ((await closeDesk(desk)) === 'lost') return course.halt('lost');
    // Only while mails are left to protect.
    if (desk.number === 1 && (await feed.hasNext()) && (await pausedByCanary(sender))) course.stop('paused');
    open.splice(open.indexOf(desk), 1);
    course.changed();
  }

  /** In the background: the next batch's mails need not wait for it. */
  function closeWhatIsDone(): void {
    for (const desk of open.filter((each) => each.isDone() && !closing.has(each))) {
      const closed = closeBatch(desk).catch(course.fail);
      closing.set(
        desk,
        closed.finally(() => closing.delete(desk)),
      );
    }
  }

  const mayOpen = () => !feed.isEmpty() && open.length < openMax && !open.some((desk) => desk.number === 1);
  const isWork = (desk: BatchDesk) => desk.pending().length > 0 || (desk.isDone() && !closing.has(desk));

  return {
    async nextGroup() {
      while (!course.isOver()) {
        const claimed = claimGroup(sender, open);
        if (claimed !== null) return prepareGroup(sender, claimed.desk, claimed.group);
        closeWhatIsDone();
        const stored = mayOpen() ? await feed.take() : null;
        if (stored !== null) open.push(batchDesk(sender, stored));
        else if (open.length === 0) return null;
        else await course.until(() => course.isOver() || open.length === 0 || mayOpen() || open.some(isWork));
      }
      return null;
    },
    async close() {
      await Promise.all(closing.values());
      if (course.stopped() === 'lost') return;
      for (const desk of open) if ((await closeDesk(desk)) === 'lost') return course.halt('lost');
    },
    atBatch: () => open.find((desk) => !desk.isDone())?.number ?? feed.number(),
  };
}

/** Of the first batch that has any. When the week's sending is over, all that is pending is booked as too late. */
function claimGroup(
  { services, week, groupSize }: Sender,
  open: BatchDesk[],
): { desk: BatchDesk; group: PlannedMail[] } | null {
  const at = services.clock.now();
  const isTooLate = isTooLateToSend(week, at, services.config);
  for (const desk of open) {
    const late = isTooLate ? desk.pending() : [];
    for (const { learnerId } of late) desk.book(learnerId, { state: 'excluded', code: 'TOO_LATE', at });
    const group = desk.claim(groupSize());
    if (group.length > 0) return { desk, group };
  }
  return null;
}
