// What the API says of learners and challenges, for the page's tests.
import type { HomeQuery } from '../../../web/generated/graphql.ts';
import type { Assignment, Learner, Level } from '../../../web/page-state.ts';

/** A Wednesday, in week 48. */
export const NOW = '2026-11-25T09:00:00Z';

export const LEVELS: Level[] = [
  { id: 'curious', name: 'Curious', summary: 'Everyday puzzles that give way to one good look.' },
  { id: 'careful', name: 'Careful', summary: 'Averages, worst cases and short chains of logic.' },
  { id: 'keen', name: 'Keen', summary: 'Several steps at once: chances that turn with new evidence.' },
  { id: 'seasoned', name: 'Seasoned', summary: 'Problems where intuition argues back.' },
];

const CHALLENGE: Assignment['challenge'] = {
  id: 'one-round-of-handshakes',
  title: 'One round of handshakes',
  bodyHtml:
    '<p>A book club of <strong>nine</strong> people meets for the first time. Everybody shakes hands with everybody else, exactly once. Nobody, one hopes, shakes hands with themselves.</p><p>How many handshakes take place?</p><ul><li>two people need one handshake;</li><li>three people need three;</li><li>four people need six.</li></ul><p>Whoever arrives last greets all who are already there, and nobody else has to move. Follow that thought up to nine.</p>',
  answerKind: 'NUMBER',
  choices: null,
  level: { name: 'Curious' },
};

/** Of week 48, not answered yet. */
export function anAssignment(
  changes: Partial<Omit<Assignment, 'challenge'>> & { challenge?: Partial<Assignment['challenge']> } = {},
): Assignment {
  return {
    week: '2026-W48',
    outcome: 'OPEN',
    attemptsLeft: 5,
    nextAttemptAt: null,
    submissions: [],
    ...changes,
    challenge: { ...CHALLENGE, ...changes.challenge },
  };
}

export function aSubmission(
  changes: Partial<Assignment['submissions'][number]> = {},
): Assignment['submissions'][number] {
  return { id: 's1', answer: '72', mark: 'FAILED', note: null, submittedAt: '2026-11-25T08:59:30Z', ...changes };
}

/** Ada, on the first level with one pass, in her third week. */
export function aLearnerSeen(changes: Partial<Learner> = {}): Learner {
  const currentAssignment = changes.currentAssignment === undefined ? anAssignment() : changes.currentAssignment;
  const past = [
    weekSeen('2026-W47', 'Tea and a biscuit', 'PASSED'),
    weekSeen('2026-W46', 'Letters in a row', 'FAILED'),
  ];
  return {
    id: 'shopify-1',
    firstName: 'Ada',
    level: { id: 'curious', name: 'Curious' },
    progress: { passed: 1, needed: 3, nextLevel: { name: 'Careful' } },
    streakWeeks: 1,
    mayAnswerQuestionnaire: false,
    mail: { status: 'SUBSCRIBED', pausedUntil: null },
    assignments: {
      edges: currentAssignment ? [{ node: currentAssignment }, ...past] : [],
      pageInfo: { hasNextPage: false, endCursor: null },
    },
    ...changes,
    currentAssignment,
  };
}

export function weekSeen(
  week: string,
  title: string,
  outcome: Assignment['outcome'],
): Learner['assignments']['edges'][number] {
  return { node: { week, outcome, challenge: { title } } };
}

/** @param assignment of the week that the address names, where it names one */
export function homeData(me: Learner | null, assignment: Assignment | null = null): { data: HomeQuery } {
  return { data: { me, levels: LEVELS, assignment } };
}

export const QUESTIONNAIRE = {
  questions: [
    {
      id: 'habit',
      prompt: 'How often do you work on a puzzle, a riddle or a tricky sum just for the pleasure of it?',
      choices: [
        { id: 'never', text: 'Hardly ever; this is new to me' },
        { id: 'often', text: 'Most months' },
        { id: 'always', text: 'Most weeks' },
      ],
    },
    {
      id: 'jacket',
      prompt: 'A jacket costs 80 after a discount of 20 percent. What did it cost before?',
      choices: [
        { id: 'a', text: '96' },
        { id: 'b', text: '100' },
        { id: 'unsure', text: 'I am not sure' },
      ],
    },
    {
      id: 'dice',
      prompt: 'You roll two ordinary dice and add them. Which of these totals comes up most often?',
      choices: [
        { id: 'a', text: '6' },
        { id: 'b', text: '7' },
        { id: 'd', text: 'They all come up equally often' },
      ],
    },
  ],
};
