// Amazon SES over a year: keeps who got what, has the faults of the week, and holds each mail against the model.
import type { OutgoingMail, SendOutcome } from '../../functions/mail/mailer.ts';
import type { House } from '../kit/a-house.ts';
import { titleOf } from './year-content.ts';
import { obstacle, type Topic, weekOf, type YearLearner, type YearModel } from './year-model.ts';
import { yearWeeks } from './year-weeks.ts';

export type Posted = { sesId: string; at: number; to: string };

/** Of one week. */
export type YearSes = {
  week: number;
  /** What each learner should get, as planned. */
  planned: Map<string, Topic>;
  /** When each was tried first. */
  tried: Map<string, number>;
  /** What SES took, doubles beside it. */
  posted: Map<string, Posted>;
  twice: string[];
  /** Whose mail SES took without an answer, and whose never came. */
  lost: string[];
  vanished: string[];
  faults: Faults;
  /** Small letters; over the whole year. */
  deadAddresses: Set<string>;
};

type Faults = {
  /** Every third of so many is refused for rate. */
  throttled: number;
  /** Taken once without an answer; never come once; refused; by learner id. */
  answerLost: Set<string>;
  neverCame: Set<string>;
  refused: Set<string>;
  max24HourSend: number;
  ratePerSecond: number;
};

const noFaults = (): Faults => ({
  ...{ throttled: 0, max24HourSend: 50_000, ratePerSecond: 200 },
  ...{ answerLost: new Set(), neverCame: new Set(), refused: new Set() },
});

/** A new week: nothing of it has happened, and nothing is broken. */
export function beginSesWeek(ses: YearSes, week: number): void {
  const { deadAddresses } = ses;
  Object.assign(ses, newSes(deadAddresses), { week });
}

function newSes(deadAddresses: Set<string>): YearSes {
  return {
    ...{ week: 0, planned: new Map(), tried: new Map(), posted: new Map() },
    ...{ twice: [], lost: [], vanished: [], faults: noFaults(), deadAddresses },
  };
}

/** Takes the place of the house's own mailer. */
export function yearSes({ mailer, clock }: House, model: YearModel, wrong: string[]): YearSes {
  const byId = () => new Map(model.learners.map((learner) => [learner.id, learner]));
  const ses = newSes(new Set());
  let learners = byId();
  let tries = 0;

  mailer.send = async (mail) => {
    if (learners.size !== model.learners.length) learners = byId();
    const [week, learnerId = ''] = mail.tags.assignment?.split('_') ?? [];
    const learner = learners.get(learnerId);
    if (week !== yearWeeks[ses.week]?.id || learner === undefined) {
      wrong.push(`a mail of ${week} to ${learnerId}`);
      return { kind: 'refused', code: 'MESSAGE_REFUSED', error: 'Unexpected' };
    }
    tries += 1;
    wrong.push(...faultsOf(ses, model, { learner, mail }).map((fault) => `${learnerId} ${fault}`));
    return answer(ses, { learner, mail, now: clock.now().getTime(), tries });
  };
  mailer.quota = async () => {
    const { ratePerSecond, max24HourSend } = ses.faults;
    const since = clock.now().getTime() - 86_400_000;
    const sentLast24Hours = [...ses.posted.values()].filter(({ at }) => at > since).length;
    return { kind: 'quota', quota: { maxSendRate: ratePerSecond, max24HourSend, sentLast24Hours } };
  };
  return ses;
}

type Sending = { learner: YearLearner; mail: OutgoingMail };

/** What is wrong with this mail at this moment. */
function faultsOf({ week, planned, deadAddresses }: YearSes, model: YearModel, { learner, mail }: Sending): string[] {
  const wrong: string[] = [];
  const forbidden = obstacle(model, learner, week);
  if (forbidden !== null) wrong.push(`is mailed: ${forbidden}`);
  if (mail.to.toLowerCase() !== learner.known?.key) wrong.push('is mailed at an address that is not theirs');
  if (deadAddresses.has(mail.to.toLowerCase())) wrong.push('is mailed after a bounce or complaint');
  const topic = topicNow(learner, week, planned);
  if (topic === undefined) return [...wrong, 'is mailed, and was not planned'];
  const head = Buffer.from(mail.mime.subarray(0, 4_000)).toString('latin1');
  const isAbout = (one: Topic) => one !== 'questionnaire' && new RegExp(`^Subject: .*${titleOf(one)}`, 'm').test(head);
  if (topic !== 'questionnaire' && !isAbout(topic)) wrong.push(`gets another mail than ${topic.id}`);
  if (topic === 'questionnaire' && /^Subject: .*About/m.test(head)) wrong.push('gets a challenge');
  return wrong;
}

/** What the week gave already, else what was planned. */
function topicNow(learner: YearLearner, week: number, planned: YearSes['planned']): Topic | undefined {
  return weekOf(learner, week)?.task ?? planned.get(learner.id);
}

function answer(ses: YearSes, { learner, mail, now, tries }: Sending & { now: number; tries: number }): SendOutcome {
  const { faults, week, tried } = ses;
  const topic = topicNow(learner, week, ses.planned) ?? 'questionnaire';
  if (!tried.has(learner.id)) tried.set(learner.id, now);
  // Before it left, the week's challenge came to stand on the learner; when exactly is taken from there.
  if (weekOf(learner, week) === undefined) {
    const task = topic === 'questionnaire' ? null : topic;
    learner.weeks.push({ week: yearWeeks[week]?.id ?? '', task, releasedAt: Number.NaN, answers: [] });
  }
  if (faults.throttled > 0) {
    faults.throttled -= 1;
    if (faults.throttled % 3 === 0) return { kind: 'unsent', because: 'rate', error: 'Throttling' };
  }
  if (faults.refused.has(learner.id)) return { kind: 'refused', code: 'ADDRESS_REFUSED', error: 'MessageRejected' };
  if (faults.neverCame.delete(learner.id)) {
    ses.vanished.push(learner.id);
    return { kind: 'unknown', error: 'TimeoutError' };
  }
  if (topic !== 'questionnaire') learner.mailedTasks.push(topic.id);
  const sesId = `year-${tries}`;
  ses.twice.push(...(ses.posted.has(learner.id) ? [learner.id] : []));
  ses.posted.set(learner.id, { sesId, at: now, to: mail.to });
  if (!faults.answerLost.delete(learner.id)) return { kind: 'accepted', sesId };
  ses.lost.push(learner.id);
  return { kind: 'unknown', error: 'TimeoutError' };
}
