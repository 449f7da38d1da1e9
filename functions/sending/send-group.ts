// Lets one prepared group go in flight, and hands it to the line.
import type { Course } from './course.ts';
import { judgeGroup } from './judge-group.ts';
import type { MailLine } from './mail-line.ts';
import type { ReadyGroup } from './prepare-group.ts';
import { seemsWell } from './seems-well.ts';
import type { Sender } from './sender.ts';

/** A group whose learners were looked at longer ago waits no more, but is looked at again: some of it would get too old. */
const staleSeconds = 10;

/**
 * Waits for its turn, writes who goes in flight, and only then lets them leave. Who does not go is pending as before.
 * Throws where Firestore fails.
 */
export async function sendGroup(sender: Sender, { course, line }: Way, group: ReadyGroup): Promise<void> {
  const { desk, claimed } = group;
  let isInFlight = false;
  try {
    // Says nothing of SES.
    if (group.mails.length === 0) return;
    await line.room();
    // While SES seems unwell, one group at a time: each may cost a person's decision.
    if (!seemsWell(sender)) await line.idle();
    if (course.isOver()) return;
    const reason = await sender.reasonToStop();
    if (reason === 'lost') return course.halt(reason);
    if (reason !== null) return course.stop(reason);
    // Who waited for too long is looked at again.
    if (sender.services.clock.now().getTime() - group.readAt.getTime() > staleSeconds * 1_000) return;
    const mails = group.mails.slice(0, sender.daily.left());
    const going = { ...group, mails };
    const written = await desk.write(
      mails.map(({ learner }) => learner.id),
      released(sender.week, going),
    );
    if (written === 'lost') return course.halt(written);
    if (written === 'refused') return await judgeGroup(sender, course, { known: 0, unknown: 0 });
    isInFlight = true;
    line.put(going);
  } finally {
    if (!isInFlight) desk.release(claimed);
    course.changed();
  }
}

/** How the mails of a sender go, and whether. */
export type Way = { course: Course; line: MailLine };

/** The challenge on each learner that has not got it yet: what they have of the week already stays as it is. */
function released(week: string, { mails, readAt }: ReadyGroup) {
  return mails.flatMap(({ learner, version, challengeId }) => {
    const challengeIdBefore = learner.weeks[week]?.challengeId;
    const learnerWeek = { challengeId, releasedAt: readAt, outcome: 'OPEN' as const, answeredAt: null };
    return challengeIdBefore === challengeId ? [] : { learnerId: learner.id, version, challengeIdBefore, learnerWeek };
  });
}
