// Everything that the page can show.
import type {
  AnswerQuestionnaireMutation,
  AssignmentPartsFragment,
  HomeQuery,
  QuestionnaireQuery,
} from './generated/graphql.ts';

export type PageState = SignedOutState | HomeState | QuestionsState | PlacedState | TroubleState;

type SignedOutState = { kind: 'signedOut'; reason: SignedOutReason };

/** `expired` and `invalid`: of the link. `ended`: a session that is no longer accepted. `left`: signed out by choice. */
export type SignedOutReason = 'stranger' | 'expired' | 'invalid' | 'ended' | 'left';

export type HomeState = {
  kind: 'home';
  learner: Learner;
  /** Lowest first. */
  levels: Level[];
  /** The one to show; null where there is none yet. */
  assignment: Assignment | null;
  /** The link was not accepted, but this browser still had a session. */
  linkRefused: boolean;
  /** Set when an answer was taken just now; `newLevel` is the name of the level that it has led up to, if it has. */
  taken: { newLevel: string | null } | null;
};

export type QuestionsState = { kind: 'questions'; learner: Learner; questions: Question[] };

type PlacedState = { kind: 'placed'; learner: Learner; placement: Placement };

/** `code` is that of an ApiFailure. */
export type TroubleState = { kind: 'trouble'; code: string; retryAfterSeconds: number | null };

export type Learner = NonNullable<HomeQuery['me']>;
export type Level = HomeQuery['levels'][number];
export type Assignment = AssignmentPartsFragment;
export type Question = QuestionnaireQuery['questionnaire']['questions'][number];
export type Placement = AnswerQuestionnaireMutation['answerQuestionnaire'];
