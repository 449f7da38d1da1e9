// What a signed-in learner can do on the page.
import { answerDraft } from './answer-draft.ts';
import { ApiFailure } from './api-failure.ts';
import { changeMail } from './change-mail.ts';
import {
  AnswerQuestionnaireDocument,
  EarlierWeeksDocument,
  type QuestionnaireAnswerInput,
  type WeeksPartsFragment,
} from './generated/graphql.ts';
import { request } from './graphql-client.ts';
import type { Assignment, Learner, Placement } from './page-state.ts';
import { type AnswerResult, sendAnswer } from './send-answer.ts';
import type { Session } from './session.ts';
import type { ChangeMail } from './views/mail-section.ts';
import { visitStorage } from './visit-storage.ts';

/** @param ended is told when the session turns out to be over; what was asked still rejects */
export function learnerActions(loadSession: () => Promise<Session>, ended: () => void): LearnerActions {
  const asLearner = async <Result>(work: (idToken: string | null) => Promise<Result>): Promise<Result> => {
    const { idToken, signOut } = await loadSession();
    try {
      return await work(await idToken());
    } catch (failure) {
      if (failure instanceof ApiFailure && failure.code === 'UNAUTHENTICATED') {
        await signOut();
        ended();
      }
      throw failure;
    }
  };
  const draftOf: LearnerActions['draftOf'] = (learner, { week }) =>
    answerDraft(visitStorage, { learnerId: learner.id, week, newKey: () => crypto.randomUUID() });
  return {
    draftOf,
    changeMail: (name, weeks) => asLearner((idToken) => changeMail({ name, weeks }, idToken)),
    answer: (learner, assignment, answer) =>
      asLearner((idToken) =>
        sendAnswer({ challengeId: assignment.challenge.id, answer, idToken }, draftOf(learner, assignment), request),
      ),
    answerQuestionnaire: (answers) =>
      asLearner(
        async (idToken) => (await request(AnswerQuestionnaireDocument, { answers }, idToken)).answerQuestionnaire,
      ),
    earlierWeeks: (after) =>
      asLearner(async (idToken) => {
        const { me } = await request(EarlierWeeksDocument, { after }, idToken);
        if (!me) throw new ApiFailure('UNAUTHENTICATED');
        return me.assignments;
      }),
  };
}

/** All that send something reject with ApiFailure. */
export type LearnerActions = {
  draftOf: (learner: Learner, assignment: Assignment) => ReturnType<typeof answerDraft>;
  changeMail: ChangeMail;
  answer: (learner: Learner, assignment: Assignment, answer: string) => Promise<AnswerResult>;
  answerQuestionnaire: (answers: QuestionnaireAnswerInput[]) => Promise<Placement>;
  /** @param after the cursor of the last week seen */
  earlierWeeks: (after: string) => Promise<WeeksPartsFragment>;
};
