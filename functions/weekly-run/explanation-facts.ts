// The single facts behind an explanation, each in words for a person; none holds an address, a name or an answer.
import type { DeliveryEvent, DeliveryState } from '../deliveries/delivery-state.ts';
import type { Learner } from '../learners/learner.ts';
import type { Batch, Outcome, PlannedMail } from './batch.ts';

/** `at` is null for what has no time of its own: what stands now. */
export type Fact = { at: Date | null; what: string };

export const explanationFacts = {
  /** What is known of the learner, as of now. */
  ofLearner({ customer, mail, levelId, passes, placement, weeks }: Learner, week: string): Fact[] {
    const bought = customer.entitled ? 'They hold the product' : 'They do not hold the product';
    const given = weeks[week];
    return [
      fact(null, `${bought} (by ${evidence[customer.evidence]}).`),
      fact(customer.consentAt, `Consent to mail in the shop: ${customer.consent}.`),
      fact(null, customer.address === null ? 'The shop holds no address.' : 'The shop holds an address.'),
      ...(customer.sharesAddress ? [fact(null, 'A customer with a lower number has the same address.')] : []),
      ...(mail.suppressed
        ? [fact(mail.suppressed.since, `Their address is suppressed: ${mail.suppressed.reason}.`)]
        : []),
      ...(mail.unsubscribedAt ? [fact(mail.unsubscribedAt, 'They unsubscribed.')] : []),
      ...(mail.pausedUntil ? [fact(null, `Their mail pauses until ${mail.pausedUntil.toISOString()}.`)] : []),
      ...(placement ? [fact(placement.placedAt, `The questionnaire placed them on ${placement.levelId}.`)] : []),
      fact(null, levelId === null ? 'They have no level.' : `Level ${levelId}, passes of it: ${passes}.`),
      ...(given ? [fact(given.releasedAt, releasedWords(given))] : []),
    ];
  },

  /** What became of the week's mail. */
  ofMail({ batch, planned, outcome, delivery }: MailKnown): Fact[] {
    return [
      ...(batch && planned ? [fact(batch.frozenAt, plannedWords(batch, planned))] : []),
      ...(planned && outcome === null
        ? [fact(null, isInFlight(batch, planned) ? 'In flight.' : 'Not tried yet.')]
        : []),
      ...(planned && batch?.resentIds.includes(planned.learnerId)
        ? [fact(null, 'It was put back once, because no event of it came.')]
        : []),
      ...(outcome ? [fact(outcome.at, outcomeWords(outcome))] : []),
      ...delivery.history.map((event) => fact(event.at, eventWords(event))),
    ];
  },
};

type MailKnown = {
  batch: Batch | null;
  planned: PlannedMail | null;
  outcome: Outcome | null;
  delivery: Pick<DeliveryState, 'history'>;
};

const fact = (at: Date | null, what: string): Fact => ({ at, what });

const evidence: Record<Learner['customer']['evidence'], string> = {
  SEGMENT: 'Shopify’s index of customers',
  ORDERS: 'their orders',
  ABSENT: 'absence from the shop’s buyers',
};

function releasedWords({ challengeId, outcome }: Learner['weeks'][string]): string {
  const what = challengeId === null ? 'the questionnaire' : `challenge ${challengeId}`;
  return `The week released ${what} to them; its outcome now: ${outcome}.`;
}

function plannedWords({ number }: Batch, { code, challengeId }: PlannedMail): string {
  const what = challengeId === null ? 'the questionnaire' : `challenge ${challengeId}`;
  return `Planned in batch ${number}: ${what}, because ${code}.`;
}

function isInFlight(batch: Batch | null, { learnerId }: PlannedMail): boolean {
  return batch?.inFlight?.learnerIds.includes(learnerId) ?? false;
}

function outcomeWords(outcome: Outcome): string {
  switch (outcome.state) {
    case 'accepted':
      return `Amazon SES accepted it as ${outcome.sesId}.`;
    case 'excluded':
      return `Not sent: ${outcome.code}.`;
    case 'failed':
      return `Failed: ${outcome.code} (${outcome.error}).`;
    case 'unknown':
      return `Handed to Amazon SES with an unknown outcome (${outcome.error}).`;
  }
}

function eventWords({ kind, sesId, subType }: DeliveryEvent): string {
  return `Event of Amazon SES: ${kind}${subType === null ? '' : ` (${subType})`}, mail ${sesId}.`;
}
