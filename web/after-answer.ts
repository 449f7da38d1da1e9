// What the page shows after an answer was taken, without asking the API again.
import type { HomeState } from './page-state.ts';
import type { AnswerTaken } from './send-answer.ts';

export function afterAnswer(home: HomeState, { assignment, learner, leveledUp }: AnswerTaken): HomeState {
  const { currentAssignment, assignments } = home.learner;
  const edges = assignments.edges.map((edge) =>
    edge.node.week === assignment.week ? { node: { ...edge.node, ...assignment } } : edge,
  );
  return {
    ...home,
    assignment,
    learner: {
      ...home.learner,
      ...learner,
      currentAssignment: currentAssignment?.week === assignment.week ? assignment : currentAssignment,
      assignments: { ...assignments, edges },
    },
    taken: { newLevel: leveledUp ? (learner.level?.name ?? null) : null },
    linkRefused: false,
  };
}
