// Mails one small group of a batch.
import { levelOfChallenge } from '../challenges/level-of-challenge.ts';
import { AppError } from '../errors.ts';
import type { Learner } from '../learners/learner.ts';
import type { ReadLearner } from '../learners/learner-store.ts';
import { composeMail } from '../mail/compose-mail.ts';
import type { OutgoingMail, SendOutcome } from '../mail/mailer.ts';
import type { Outcome, PlannedMail } from './batch.ts';
import type { BatchDesk } from './batch-desk.ts';
import { dueAt } from './lateness.ts';
import { type MailTopic, mailTopic } from './mail-topic.ts';
import { mayNotMail } from './may-not-mail.ts';
import { pauseByItself } from './pause-by-itself.ts';
import type { Sender, Stop } from './sender.ts';

/** A mail leaves at most this long after consent, pause and suppression were looked at. */
const freshSeconds = 20;

type ReadyMail = {
  learner: Learner;
  version: ReadLearner['version'];
  /** What the mail is about; null for the questionnaire. */
  challengeId: string | null;
  outgoing: OutgoingMail;
};

/**
 * Looks at each learner once more, writes who goes in flight, and only then sends. What surely was not sent is pending
 * as before. Gives why the sender must stop, or null.
 */
export async function sendGroup(sender: Sender, desk: BatchDesk, group: PlannedMail[]): Promise<Stop | null> {
  const { clock } = sender.services;
  const readAt = clock.now();
  const ready = await prepare(sender, desk, group);
  if (ready.length === 0) return null;
  const released = ready.flatMap(({ learner, version, challengeId }) =>
    // What the learner has of the week already stays as it is.
    learner.weeks[sender.week]?.challengeId === challengeId
      ? []
      : {
          learnerId: learner.id,
          version,
          challengeIdBefore: learner.weeks[sender.week]?.challengeId,
          learnerWeek: { challengeId, releasedAt: readAt, outcome: 'OPEN' as const, answeredAt: null },
        },
  );
  const inFlightIds = ready.map(({ learner }) => learner.id);
  const written = await desk.write(inFlightIds, released);
  if (written !== 'written') return written === 'lost' ? 'lost' : null;

  let stop: Stop | null = null;
  const isFresh = () => clock.now().getTime() - readAt.getTime() <= freshSeconds * 1_000;
  const sends = ready.map(async ({ outgoing, learner }) => {
    await sender.bucket.take();
    // Between the write and here the instance may have slept for long: then nothing may leave any more.
    if (stop !== null || !sender.mayBegin() || !isFresh()) return;
    const outcome = await sender.mailer.send(outgoing);
    const booked = outcomeOf(outcome, clock.now());
    if (booked !== null) desk.book(learner.id, booked);
    stop = (await digest(sender, outcome)) ?? stop;
  });
  // All end before an error is thrown: what SES answered is booked whatever became of the others.
  const ended = await Promise.allSettled(sends);
  for (const send of ended) if (send.status === 'rejected') throw send.reason;
  return stop;
}

/** Books who must not be mailed any more, and composes the mails of the others. */
async function prepare(sender: Sender, desk: BatchDesk, group: PlannedMail[]): Promise<ReadyMail[]> {
  const { learners } = await sender.services.stores();
  const now = sender.services.clock.now();
  const due = dueAt(sender.week, sender.services.config.timeZone);
  const at = new Date(Math.max(now.getTime(), due.getTime()));
  const read = new Map((await learners.getAll(group.map(({ learnerId }) => learnerId))).map((item) => [item.id, item]));
  const ready: ReadyMail[] = [];
  for (const planned of group) {
    const found = read.get(planned.learnerId);
    const learner = found?.learner ?? null;
    const code = found === undefined ? 'NOT_ENTITLED' : learner === null ? 'UNREADABLE' : mayNotMail(learner, at);
    if (code !== null || found === undefined || learner === null) {
      desk.book(planned.learnerId, { state: 'excluded', code: code ?? 'UNREADABLE', at: now });
      continue;
    }
    const topic = await mailTopic(sender, planned, learner);
    if (topic === 'exhausted') {
      desk.book(planned.learnerId, { state: 'excluded', code: 'CONTENT_EXHAUSTED', at: now });
      continue;
    }
    const outgoing = await compose(sender, { planned, learner, topic });
    if (outgoing === null) {
      desk.book(planned.learnerId, { state: 'failed', code: 'MESSAGE_REFUSED', error: 'CouldNotCompose', at: now });
    } else {
      const challengeId = typeof topic === 'string' ? null : topic.id;
      ready.push({ learner, version: found.version, challengeId, outgoing });
    }
  }
  return ready;
}

type Composing = { planned: PlannedMail; learner: Learner; topic: Exclude<MailTopic, 'exhausted'> };

/** Null where the mail cannot be made. */
async function compose(
  { services, week, catalogue }: Sender,
  { planned, learner, topic }: Composing,
): Promise<OutgoingMail | null> {
  if (topic === 'lost') return null;
  const questionnaireReminder = planned.code === 'PLACEMENT_OVERDUE' && learner.levelId === null;
  try {
    const challenge = topic === 'questionnaire' ? null : topic;
    const known = catalogue.levels.find(({ id }) => id === challenge?.levelId) ?? null;
    const level = known ?? (challenge && (await levelOfChallenge(services, challenge)));
    const kind = challenge === null ? 'questionnaire' : 'challenge';
    return await composeMail(services, { kind, learner, week, challenge, level, questionnaireReminder });
  } catch (error) {
    if (error instanceof AppError && error.code === 'MISCONFIGURED') throw error;
    return null;
  }
}

/** What an outcome means for the mails after it. */
async function digest(sender: Sender, outcome: SendOutcome): Promise<Stop | null> {
  if (outcome.kind === 'account') {
    await pauseByItself(sender.services, sender.week, `Amazon SES: ${outcome.error}. ${outcome.fix}`);
    return 'paused';
  }
  if (outcome.kind !== 'unsent') return null;
  if (outcome.because === 'daily-quota') return 'resting';
  sender.bucket.slowDown();
  return null;
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
