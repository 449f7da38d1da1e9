// Rule: how the questionnaire is offered.

/**
 * @returns `now` where there is nothing else to do, `invite` beside a challenge that came without it, `again` for second
 * thoughts, `none` where it would be refused
 */
export function questionnaireOffer(learner: Placeable): 'now' | 'invite' | 'again' | 'none' {
  if (!learner.mayAnswerQuestionnaire) return 'none';
  if (learner.level !== null) return 'again';
  return learner.assignments.edges.length > 0 ? 'invite' : 'now';
}

type Placeable = { mayAnswerQuestionnaire: boolean; level: object | null; assignments: { edges: readonly unknown[] } };
