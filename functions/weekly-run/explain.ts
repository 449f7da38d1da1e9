// Why a learner got what they got in a week, or did not.
import { deliveryState } from '../deliveries/delivery-state.ts';
import { AppError } from '../errors.ts';
import type { Services } from '../services.ts';
import type { Outcome, PlannedMail } from './batch.ts';
import { explanationFacts, type Fact } from './explanation-facts.ts';
import { dueAt } from './lateness.ts';
import { type MailDecision, planMail } from './plan-mail.ts';
import { type ReasonCode, reasonSentences } from './reason.ts';

export type Explanation = {
  learnerId: string;
  week: string;
  /** Null where the week has no plan yet, and nothing is known of what it will say. */
  decision: MailDecision['decision'] | null;
  code: ReasonCode | null;
  reason: string;
  /** Oldest first; what has no time comes first. */
  facts: Fact[];
};

/** Reads the learner, the run, the one batch whose range holds them, and the delivery. Throws `NOT_FOUND`. */
export async function explain(
  services: Services,
  { learnerId, week }: { learnerId: string; week: string },
): Promise<Explanation> {
  const { learners, runs, batches, deliveries, content } = await services.stores();
  const [learner, run, batch, told, catalogue] = await Promise.all([
    learners.get(learnerId),
    runs.get(week),
    batches.containing(week, learnerId),
    deliveries.getAll(week, [learnerId]),
    content.catalogue(),
  ]);
  if (learner === null) throw new AppError('NOT_FOUND', 'learnerId: there is no such learner.');
  const delivery = deliveryState(told.get(learnerId) ?? null);
  const planned = batch?.mails.find((mail) => mail.learnerId === learnerId) ?? null;
  const outcome = batch?.outcomes[learnerId] ?? null;
  const asOfNow = planMail(learner, catalogue, { week, due: dueAt(week, services.config.timeZone) });
  const isPlanned = batch !== null || (run?.planHash ?? null) !== null;
  const facts = [
    ...explanationFacts.ofLearner(learner, week),
    ...explanationFacts.ofMail({ batch, planned, outcome, delivery }),
  ];
  return {
    learnerId,
    week,
    ...verdict({ planned, outcome, isPlanned, asOfNow, hasRun: run !== null }),
    facts: facts.sort((a, b) => (a.at?.getTime() ?? 0) - (b.at?.getTime() ?? 0)),
  };
}

type Known = {
  planned: PlannedMail | null;
  outcome: Outcome | null;
  isPlanned: boolean;
  hasRun: boolean;
  asOfNow: MailDecision;
};

function verdict({
  planned,
  outcome,
  isPlanned,
  hasRun,
  asOfNow,
}: Known): Pick<Explanation, 'decision' | 'code' | 'reason'> {
  if (planned !== null) {
    const code = codeOf(outcome) ?? planned.code;
    const decision = planned.challengeId === null ? 'QUESTIONNAIRE' : 'CHALLENGE';
    return { decision, code, reason: reasonSentences[code] };
  }
  const sentence = reasonSentences[asOfNow.code];
  if (isPlanned) {
    // The plan keeps who is mailed. Why somebody is not is what holds now; where nothing does, it came after the plan.
    if (asOfNow.decision === 'NOBODY') return { decision: 'NOBODY', code: asOfNow.code, reason: sentence };
    const reason =
      'They were not in the plan. As of now nothing speaks against a mail, so that changed after the plan.';
    return { decision: 'NOBODY', code: null, reason };
  }
  const when = hasRun ? 'The week is not planned yet' : 'The week has no run';
  return { decision: null, code: asOfNow.code, reason: `${when}. As of now: ${sentence}` };
}

function codeOf(outcome: Outcome | null): ReasonCode | null {
  if (outcome === null || outcome.state === 'accepted') return null;
  return outcome.state === 'unknown' ? 'OUTCOME_UNKNOWN' : outcome.code;
}
