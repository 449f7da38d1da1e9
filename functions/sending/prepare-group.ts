// Looks at each learner of a group once more, and composes the mails of who may still be mailed.
import { levelOfChallenge } from '../challenges/level-of-challenge.ts';
import { AppError } from '../errors.ts';
import type { Learner } from '../learners/learner.ts';
import type { ReadLearner } from '../learners/learner-store.ts';
import { composeMail } from '../mail/compose-mail.ts';
import type { OutgoingMail } from '../mail/mailer.ts';
import type { PlannedMail } from '../weekly-run/batch.ts';
import { dueAt } from '../weekly-run/lateness.ts';
import { mayNotMail } from '../weekly-run/may-not-mail.ts';
import type { BatchDesk } from './batch-desk.ts';
import { type MailTopic, mailTopic } from './mail-topic.ts';
import type { Sender } from './sender.ts';

/** Mails of one batch that go in flight with one write. */
export type ReadyGroup = {
  desk: BatchDesk;
  /** What the group has claimed, also who gets no mail. */
  claimed: PlannedMail[];
  /** When the learners were looked at. */
  readAt: Date;
  mails: ReadyMail[];
};

export type ReadyMail = {
  learner: Learner;
  version: ReadLearner['version'];
  /** What the mail is about; null for the questionnaire. */
  challengeId: string | null;
  outgoing: OutgoingMail;
};

/** Books who must not be mailed any more. */
export async function prepareGroup(sender: Sender, desk: BatchDesk, claimed: PlannedMail[]): Promise<ReadyGroup> {
  const { learners } = await sender.services.stores();
  const readAt = sender.services.clock.now();
  const due = dueAt(sender.week, sender.services.config.timeZone);
  const at = new Date(Math.max(readAt.getTime(), due.getTime()));
  const found = await learners.getAll(claimed.map(({ learnerId }) => learnerId));
  const read = new Map(found.map((item) => [item.id, item]));
  const mails: ReadyMail[] = [];
  for (const planned of claimed) {
    const item = read.get(planned.learnerId);
    const learner = item?.learner ?? null;
    const code = item === undefined ? 'NOT_ENTITLED' : learner === null ? 'UNREADABLE' : mayNotMail(learner, at);
    if (code !== null || item === undefined || learner === null) {
      desk.book(planned.learnerId, { state: 'excluded', code: code ?? 'UNREADABLE', at: readAt });
      continue;
    }
    const topic = await mailTopic(sender, planned, learner);
    if (topic === 'exhausted') {
      desk.book(planned.learnerId, { state: 'excluded', code: 'CONTENT_EXHAUSTED', at: readAt });
      continue;
    }
    const outgoing = await compose(sender, { planned, learner, topic });
    if (outgoing === null) {
      const error = 'CouldNotCompose';
      desk.book(planned.learnerId, { state: 'failed', code: 'MESSAGE_REFUSED', error, at: readAt });
    } else {
      const challengeId = typeof topic === 'string' ? null : topic.id;
      mails.push({ learner, version: item.version, challengeId, outgoing });
    }
  }
  return { desk, claimed, readAt, mails };
}

type Composing = { planned: PlannedMail; learner: Learner; topic: Exclude<MailTopic, 'exhausted'> };

/** Null where the mail cannot be made. */
async function compose(
  { services, week, catalogue, templates }: Sender,
  { planned, learner, topic }: Composing,
): Promise<OutgoingMail | null> {
  if (topic === 'lost') return null;
  const questionnaireReminder = planned.code === 'PLACEMENT_OVERDUE' && learner.levelId === null;
  try {
    const challenge = topic === 'questionnaire' ? null : topic;
    const known = catalogue.levels.find(({ id }) => id === challenge?.levelId) ?? null;
    const level = known ?? (challenge && (await levelOfChallenge(services, challenge)));
    const kind = challenge === null ? 'questionnaire' : 'challenge';
    const content = { kind, learner, week, challenge, level, questionnaireReminder } as const;
    return await composeMail(services, content, templates);
  } catch (error) {
    if (error instanceof AppError && error.code === 'MISCONFIGURED') throw error;
    return null;
  }
}
