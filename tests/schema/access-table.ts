// The written table of who may use which root field. A root field that is not in it fails access.test.ts.
import { audiences, type Outcomes } from './audiences.ts';

const { everyone, me, learners, owner, ownerOrEditors, editors, operators } = audiences;

/** `operation` asks for the field with arguments that are right for the API of a-full-api.ts. */
export const accessTable: Record<string, { operation: string; outcomes: Outcomes }> = {
  'Query.levels': { operation: '{ levels { id } }', outcomes: everyone },
  'Query.level': { operation: '{ level(id: "curious") { id } }', outcomes: everyone },
  'Query.questionnaire': { operation: '{ questionnaire { version } }', outcomes: everyone },
  'Query.me': { operation: '{ me { id } }', outcomes: me },
  'Query.challenge': { operation: '{ challenge(id: "snail-in-the-well") { id } }', outcomes: ownerOrEditors },
  'Query.assignment': { operation: '{ assignment(week: "2026-W48") { id } }', outcomes: owner },
  'Query.challenges': { operation: '{ challenges { edges { node { id } } } }', outcomes: editors },
  'Query.submissionsToReview': { operation: '{ submissionsToReview { edges { node { id } } } }', outcomes: editors },
  'Query.weeklyRun': {
    operation: '{ weeklyRun(week: "2026-W48") { week counts { planned } reasons { code } } }',
    outcomes: operators,
  },
  'Query.weeklyRuns': { operation: '{ weeklyRuns { week } }', outcomes: operators },
  'Query.explain': {
    operation: '{ explain(learnerId: "shopify-1001", week: "2026-W48") { reason facts { what } } }',
    outcomes: operators,
  },
  'Query.weeklyPlan': {
    operation: '{ weeklyPlan(week: "2026-W48") { planHash asOf counts { count } entries { learnerId reason } } }',
    outcomes: operators,
  },
  'Mutation.answerQuestionnaire': {
    operation:
      'mutation { answerQuestionnaire(answers: [{ questionId: "often", choiceId: "daily" }]) { level { id } } }',
    outcomes: learners,
  },
  'Mutation.submitAnswer': {
    operation: 'mutation { submitAnswer(challengeId: "fresh", answer: "8", idempotencyKey: "new") { __typename } }',
    outcomes: learners,
  },
  'Mutation.reviewSubmission': {
    operation: 'mutation { reviewSubmission(id: "2026-W44_shopify-1001_1", passed: true) { id } }',
    outcomes: editors,
  },
  'Mutation.saveLevel': {
    operation:
      'mutation { saveLevel(input: { id: "bold", order: 9, name: "Bold", summary: "", passesToAdvance: 3 }) { id } }',
    outcomes: editors,
  },
  'Mutation.saveChallenge': {
    operation:
      'mutation { saveChallenge(input: { id: "coins", levelId: "curious", order: 1, title: "Coins", bodyMarkdown: "How many?", answerKind: NUMBER, accepted: ["4"] }) { id } }',
    outcomes: editors,
  },
  'Mutation.publishChallenge': {
    operation: 'mutation { publishChallenge(id: "snail-in-the-well") { id } }',
    outcomes: editors,
  },
  'Mutation.archiveChallenge': {
    operation: 'mutation { archiveChallenge(id: "snail-in-the-well") { id } }',
    outcomes: editors,
  },
  'Mutation.sendTestMail': {
    operation: 'mutation { sendTestMail(challengeId: "snail-in-the-well", to: "proofs@example.com") }',
    outcomes: editors,
  },
  'Mutation.signInWithLink': {
    operation: 'mutation { signInWithLink(token: "LINK_TOKEN") { learnerId } }',
    outcomes: everyone,
  },
  'Mutation.requestSignInLink': {
    operation: 'mutation { requestSignInLink(email: "ada@example.com") }',
    outcomes: everyone,
  },
  'Mutation.pauseMail': { operation: 'mutation { pauseMail(weeks: 2) { id } }', outcomes: learners },
  'Mutation.resumeMail': { operation: 'mutation { resumeMail { id } }', outcomes: learners },
  'Mutation.unsubscribe': { operation: 'mutation { unsubscribe { id } }', outcomes: learners },
  'Mutation.startWeeklyRun': {
    operation: 'mutation { startWeeklyRun(week: "2026-W48") { week } }',
    outcomes: operators,
  },
  'Mutation.pauseWeeklyRun': {
    operation: 'mutation { pauseWeeklyRun(week: "2026-W48", reason: "a typo") { week } }',
    outcomes: operators,
  },
  'Mutation.resumeWeeklyRun': {
    operation: 'mutation { resumeWeeklyRun(week: "2026-W48") { week } }',
    outcomes: operators,
  },
  'Mutation.cancelWeeklyRun': {
    operation: 'mutation { cancelWeeklyRun(week: "2026-W48", reason: "a typo") { week } }',
    outcomes: operators,
  },
  'Mutation.retryFailed': {
    operation: 'mutation { retryFailed(week: "2026-W48", reasons: [MESSAGE_REFUSED]) { week } }',
    outcomes: operators,
  },
  'Mutation.settleUnknown': {
    operation: 'mutation { settleUnknown(week: "2026-W48", resend: false) { week } }',
    outcomes: operators,
  },
};
