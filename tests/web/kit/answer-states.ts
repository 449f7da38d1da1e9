// The form, and what can come of sending it.
import { answer, home, ofKind, send, tooMany, withCurrent } from './at-home.ts';
import { aLearnerSeen } from './page-data.ts';
import type { State } from './page-states.ts';
import type { Reply } from './scripted-page.ts';

const refused = (typename: string, message: string, more: object = {}): Reply => ({
  data: { submitAnswer: { __typename: typename, message, ...more } },
});

export const answerStates: State[] = [
  { name: 'answer-text', script: withCurrent(ofKind('TEXT')), shows: 'A word or a short phrase.' },
  { name: 'answer-number', script: withCurrent(ofKind('NUMBER')), shows: 'A number.' },
  { name: 'answer-choice', script: withCurrent(ofKind('CHOICE')), shows: 'Choose one.' },
  { name: 'answer-self-report', script: withCurrent(ofKind('SELF_REPORT')), shows: 'There is no wrong answer.' },
  { name: 'answer-review', script: withCurrent(ofKind('REVIEW')), shows: 'A person reads it' },
  { name: 'answer-empty', script: home(aLearnerSeen()), act: send, shows: 'Please write your answer first.' },
  { name: 'answer-choice-empty', script: withCurrent(ofKind('CHOICE')), act: send, shows: 'Please choose one first.' },
  {
    name: 'answer-invalid',
    script: home(aLearnerSeen(), {
      SubmitAnswer: refused('InvalidAnswerError', 'Please answer with the number alone, without a unit.'),
    }),
    act: answer('36 hands'),
    shows: 'without a unit',
  },
  {
    name: 'answer-unsent',
    script: home(aLearnerSeen(), { SubmitAnswer: 'cut' }),
    act: answer('36'),
    shows: 'There is no connection just now.',
  },
  {
    name: 'answer-too-often',
    script: home(aLearnerSeen(), { SubmitAnswer: tooMany }),
    act: answer('36'),
    shows: 'please try again in 4 minutes',
  },
  {
    name: 'answer-too-soon',
    script: home(aLearnerSeen(), {
      SubmitAnswer: refused('TooSoonError', 'The next attempt can be made a little later.', {
        nextAttemptAt: '2026-11-25T09:00:45Z',
      }),
    }),
    act: answer('36'),
    shows: '0:45',
  },
  {
    name: 'answer-refused',
    script: home(aLearnerSeen(), {
      SubmitAnswer: refused('AlreadyPassedError', 'You have passed this challenge already.'),
    }),
    act: answer('36'),
    shows: 'See how it stands',
  },
];
