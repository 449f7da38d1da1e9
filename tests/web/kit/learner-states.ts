// The page around the challenge: the ladder, the weeks, the mail, and what there is to say.
import type { MailStatus } from '../../../web/generated/graphql.ts';
import type { Learner } from '../../../web/page-state.ts';
import { home, passed, unplaced, weeks, withCurrent } from './at-home.ts';
import { aLearnerSeen, anAssignment, homeData, weekSeen } from './page-data.ts';
import type { State } from './page-states.ts';

const mail = (status: MailStatus, pausedUntil: string | null = null) =>
  home(aLearnerSeen({ mail: { status, pausedUntil } }));

export const learnerStates: State[] = [
  { name: 'no-challenge-yet', script: home(aLearnerSeen({ currentAssignment: null })), shows: 'No challenge yet' },
  {
    name: 'top-of-the-ladder',
    script: withCurrent(passed, {
      level: { id: 'seasoned', name: 'Seasoned' },
      progress: { passed: 5, needed: 4, nextLevel: null },
      streakWeeks: 12,
    }),
    shows: 'This is the top of the ladder.',
  },
  {
    name: 'content-exhausted',
    script: withCurrent(
      { ...passed, week: '2026-W45' },
      { assignments: weeks(weekSeen('2026-W45', 'One round of handshakes', 'PASSED')) },
    ),
    shows: 'No new challenge has come since this one',
  },
  { name: 'not-entitled', script: mail('NOT_ENTITLED'), shows: 'Answers are closed' },
  {
    name: 'past-week',
    path: '/week/2026-W47',
    script: home(aLearnerSeen(), {
      Home: homeData(
        aLearnerSeen(),
        anAssignment({
          ...{ ...passed, week: '2026-W47' },
          challenge: { title: 'Tea and a biscuit' },
        }),
      ),
    }),
    shows: 'Week 47 · Level Curious',
  },
  {
    name: 'link-refused',
    script: home(aLearnerSeen()),
    act: async (page) => {
      await page.getByRole('heading', { level: 1, name: 'One round of handshakes' }).waitFor();
      await page.evaluate(() => {
        window.location.hash = 'token=cut-off';
      });
    },
    shows: 'you were still signed in',
  },
  {
    name: 'invited-to-questions',
    script: withCurrent(anAssignment(), {
      ...unplaced,
      assignments: weeks(weekSeen('2026-W48', 'One round of handshakes', 'OPEN')),
    }),
    shows: 'Answer a few questions',
  },
  {
    name: 'asked-again',
    script: withCurrent(anAssignment(), {
      streakWeeks: 0,
      mayAnswerQuestionnaire: true,
      assignments: weeks(weekSeen('2026-W48', 'One round of handshakes', 'OPEN')),
    }),
    shows: 'Not your level?',
  },
  {
    name: 'many-weeks',
    script: home(aLearnerSeen({ assignments: manyWeeks() }), { EarlierWeeks: 'cut' }),
    act: async (page) => {
      for (const _ of ['the rest of those that came with the page', 'those before'])
        await page.getByRole('button', { name: 'Show earlier weeks' }).click();
    },
    shows: 'There is no connection just now.',
  },
  { name: 'mail-paused', script: mail('PAUSED', '2026-12-06T23:00:00Z'), shows: 'Monday 7 December' },
  { name: 'mail-stopped', script: mail('UNSUBSCRIBED'), shows: 'You have unsubscribed.' },
  { name: 'mail-suppressed', script: mail('SUPPRESSED'), shows: 'came back or was refused' },
];

function manyWeeks(): Learner['assignments'] {
  const edges = Array.from({ length: 20 }, (_, index) =>
    weekSeen(`2026-W${48 - index}`, `A challenge with a rather long title, number ${index}`, index ? 'PASSED' : 'OPEN'),
  );
  return { edges, pageInfo: { hasNextPage: true, endCursor: 'c' } };
}
