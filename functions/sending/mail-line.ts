// The line of mails in flight: they leave one after the other, at the account's rate.
import type { SendOutcome } from '../mail/mailer.ts';
import type { Outcome } from '../weekly-run/batch.ts';
import type { Course } from './course.ts';
import { digestOutcome } from './digest-outcome.ts';
import { type GroupTally, judgeGroup } from './judge-group.ts';
import type { ReadyGroup, ReadyMail } from './prepare-group.ts';
import type { Sender } from './sender.ts';

/** A mail leaves at most this long after consent, pause and suppression were looked at. */
const freshSeconds = 20;

/** Requests at once: two fewer than the mailer has sockets, since a request that waits for one counts as not connected. */
const requestsMax = 48;

export type MailLine = {
  /** Sends a group that is in flight, after those before it; then it is released, and judged. */
  put(group: ReadyGroup): void;
  /** Resolves when the next group should go in flight, or none may. */
  room(): Promise<void>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
};

type Line = {
  sender: Sender;
  course: Course;
  queue: Queued[];
  /** Requests under way, and groups that have not ended. */
  requests: number;
  groups: number;
};

type Queued = { group: GroupInFlight; mail: ReadyMail };
type GroupInFlight = ReadyGroup & { open: number; tally: GroupTally };

/** Errors fail the course; what SES answered is booked whatever becomes of the others. */
export function mailLine(sender: Sender, course: Course): MailLine {
  const line: Line = { sender, course, queue: [], requests: 0, groups: 0 };
  let isRunning = false;

  async function run(): Promise<void> {
    isRunning = true;
    for (let next = line.queue[0]; next !== undefined; next = line.queue[0]) {
      await course.until(() => line.requests < requestsMax);
      if (mayLeave(line, next)) await sender.bucket.take();
      line.queue.shift();
      // Between the write and here the instance may have slept for long: then nothing may leave any more.
      if (mayLeave(line, next)) void send(line, next);
      else void end(line, next, null);
      course.changed();
    }
    isRunning = false;
  }

  return {
    put(group) {
      const inFlight: GroupInFlight = { ...group, open: group.mails.length, tally: { known: 0, unknown: 0 } };
      line.groups += 1;
      for (const mail of group.mails) {
        sender.daily.begin();
        line.queue.push({ group: inFlight, mail });
      }
      if (!isRunning) void run();
    },
    room: () => course.until(() => course.isOver() || line.queue.length <= sender.leadSize()),
    idle: () => course.until(() => line.groups === 0),
  };
}

function mayLeave({ sender, course }: Line, { group }: Queued): boolean {
  const ageMilliseconds = sender.services.clock.now().getTime() - group.readAt.getTime();
  return !course.isHalted() && sender.mayBegin() && ageMilliseconds <= freshSeconds * 1_000;
}

async function send(line: Line, queued: Queued): Promise<void> {
  const { sender, course } = line;
  const { desk } = queued.group;
  line.requests += 1;
  let outcome: SendOutcome;
  try {
    outcome = await sender.mailer.send(queued.mail.outgoing);
  } catch (error) {
    // A mailer does not throw. If one does, nobody knows what became of the mail.
    course.fail(error);
    outcome = { kind: 'unknown', error: 'MailerThrew' };
  }
  const booked = outcomeOf(outcome, sender.services.clock.now());
  if (booked !== null) desk.book(queued.mail.learner.id, booked);
  await digestOutcome(sender, course, outcome).catch(course.fail);
  line.requests -= 1;
  await end(line, queued, booked);
}

/** A mail is in flight no more, with an outcome or without; the last of a group ends the group. */
async function end(line: Line, { group }: Queued, booked: Outcome | null): Promise<void> {
  const { sender, course } = line;
  const isUnknown = booked?.state === 'unknown';
  sender.daily.end(isUnknown || booked?.state === 'accepted');
  if (booked !== null) group.tally[isUnknown ? 'unknown' : 'known'] += 1;
  group.open -= 1;
  if (group.open === 0) {
    group.desk.release(group.claimed);
    await judgeGroup(sender, course, group.tally).catch(course.fail);
    line.groups -= 1;
  }
  course.changed();
}

/** Null where the mail surely was not sent and stays pending. */
function outcomeOf(outcome: SendOutcome, at: Date): Outcome | null {
  switch (outcome.kind) {
    case 'accepted':
      return { state: 'accepted', sesId: outcome.sesId, at };
    case 'refused':
      return { state: 'failed', code: outcome.code, error: outcome.error, at };
    case 'unknown':
      return { state: 'unknown', error: outcome.error, at };
    case 'unsent':
    case 'account':
      return null;
  }
}
