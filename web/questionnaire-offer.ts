// Rule: how the questionnaire is offered.

/**
 * It may be answered until the first answer to a challenge.
 *
 * @returns `now` where there is nothing else to do, `invite` beside a challenge that came without it, `again` for second
 * thoughts, `none` where it would be refused
 */
export function questionnaireOffer({ level, assignments }: Placeable): 'now' | 'invite' | 'again' | 'none' {
  if (assignments.edges.some(({ node }) => node.submissions.length > 0)) return 'none';
  if (level !== null) return 'again';
  return assignments.edges.length > 0 ? 'invite' : 'now';
}

type Placeable = {
  level: object | null;
  assignments: { edges: { node: { submissions: readonly unknown[] } }[] };
};
