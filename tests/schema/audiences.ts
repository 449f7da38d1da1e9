// Who gets what of a field, in the few ways that fields share.
import type { SessionName } from '../kit/an-api.ts';

/** What a field gives: `data`, `null`, or the code of its error. */
type Outcome = 'data' | 'null' | 'UNAUTHENTICATED' | 'FORBIDDEN';

export type Column = Exclude<SessionName, 'unverifiedOperator' | 'passwordOperator'>;

/** In the order of the columns of the tables. */
export type Outcomes = Record<Column, Outcome>;

/**
 * Of what belongs to the owner, the other learner and the operator by link are learners too; who has the owner's uid by
 * Google is none.
 */
export const audiences = {
  everyone: row('data', ['data', 'data', 'data', 'data'], ['data', 'data', 'data']),
  nobody: row('null', ['null', 'null', 'null', 'null'], ['null', 'null', 'null']),
  /** Each their own. */
  learners: row('UNAUTHENTICATED', ['data', 'data', 'data', 'FORBIDDEN'], ['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']),
  /** Each their own, without an error for the others. */
  me: row('null', ['data', 'data', 'data', 'null'], ['null', 'null', 'null']),
  /** One learner's. */
  owner: row('UNAUTHENTICATED', ['data', 'null', 'null', 'FORBIDDEN'], ['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']),
  ownerOrEditors: row('UNAUTHENTICATED', ['data', 'null', 'null', 'FORBIDDEN'], ['data', 'FORBIDDEN', 'data']),
  /** As `ownerOrEditors`, and the owner gets null. */
  editorsOrNull: row('UNAUTHENTICATED', ['null', 'null', 'null', 'FORBIDDEN'], ['data', 'FORBIDDEN', 'data']),
  editors: row('UNAUTHENTICATED', ['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'], ['data', 'FORBIDDEN', 'data']),
  operators: row(
    'UNAUTHENTICATED',
    ['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'],
    ['FORBIDDEN', 'data', 'data'],
  ),
} satisfies Record<string, Outcomes>;

type Four = [owner: Outcome, otherLearner: Outcome, operatorByLink: Outcome, learnerByGoogle: Outcome];
type Three = [editor: Outcome, operator: Outcome, admin: Outcome];

function row(stranger: Outcome, [owner, otherLearner, operatorByLink, learnerByGoogle]: Four, staff: Three): Outcomes {
  const [editor, operator, admin] = staff;
  return { stranger, owner, otherLearner, operatorByLink, learnerByGoogle, editor, operator, admin };
}
