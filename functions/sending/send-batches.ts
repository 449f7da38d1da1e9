// Sends what is pending of a run, as one flow: while some mails leave, the next group is written and the one after it composed.
import { backOff } from './back-off.ts';
import { type BatchWalk, batchWalk } from './batch-walk.ts';
import { course as openCourse } from './course.ts';
import { mailLine } from './mail-line.ts';
import { seemsWell } from './seems-well.ts';
import { sendGroup, type Way } from './send-group.ts';
import type { Sender, Stop } from './sender.ts';

/**
 * Gives why it stopped, or that nothing is pending any more, and the first batch that is not done. Throws the first error
 * of Firestore; what SES answered is written also then, if it can be.
 */
export async function sendBatches(
  sender: Sender,
  fromBatch: number,
): Promise<{ did: 'drained' | Stop; atBatch: number }> {
  const course = openCourse();
  const way = { course, line: mailLine(sender, course) };
  const walk = await batchWalk(sender, course, fromBatch);
  await sendGroups(sender, way, walk).catch(course.fail);
  await way.line.idle();
  await walk.close().catch(course.fail);
  course.throwFailure();
  return { did: course.stopped() ?? 'drained', atBatch: walk.atBatch() };
}

async function sendGroups(sender: Sender, way: Way, walk: BatchWalk): Promise<void> {
  let ahead: ReturnType<BatchWalk['nextGroup']> | null = null;
  for (let group = await walk.nextGroup(); group !== null; group = await (ahead ?? walk.nextGroup())) {
    ahead = seemsWell(sender) ? walk.nextGroup() : null;
    // Awaited in the next turn; until then its failure must not end the process.
    ahead?.catch(() => undefined);
    // What is composed already ends in order all the same.
    await sendGroup(sender, way, group).catch(way.course.fail);
    // Where nobody was to be mailed there is nothing to wait for.
    if (seemsWell(sender) || group.mails.length === 0) continue;
    // What is read before these waits would be too old after them, and be read again and again.
    await way.line.idle();
    if (!way.course.isOver()) await backOff(sender);
  }
}
