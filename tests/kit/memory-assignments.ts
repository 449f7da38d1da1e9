// The store of assignments in memory, held to the real one by a contract suite.
import { applyChange } from '../../functions/assignments/apply-change.ts';
import type { AssignmentStore } from '../../functions/assignments/assignment-store.ts';
import type { Memory } from './memory-stores.ts';

type AssignmentMemory = Pick<Memory, 'learners' | 'assignments' | 'calls' | 'written'>;

/** Each method is one call, as each is one round trip of the real store; a transaction is never interrupted. */
export function memoryAssignments(memory: AssignmentMemory): AssignmentStore {
  const recordOf = (learnerId: string, week: string) => memory.assignments.get(`${week}_${learnerId}`) ?? null;
  return {
    async withLearner(learnerId, weeks) {
      memory.calls.push('assignments.withLearner');
      return {
        learner: memory.learners.get(learnerId) ?? null,
        records: new Map(weeks.map((week) => [week, recordOf(learnerId, week)])),
      };
    },
    async ofWeeks(learnerId, weeks) {
      memory.calls.push('assignments.ofWeeks');
      return weeks.map((week) => recordOf(learnerId, week));
    },
    async change({ learnerId, weekOf }, decide) {
      const learner = memory.learners.get(learnerId);
      if (learner === undefined) return null;
      const week = weekOf(learner);
      const record = week === null ? null : recordOf(learnerId, week);
      const decision = decide({ learner, week, record });
      if (decision.change === null) return { decision, learner, week, record };
      const after = applyChange(learner, decision.change);
      memory.written.push(learnerId);
      memory.learners.set(learnerId, after.learner);
      const { record: written } = decision.change;
      memory.assignments.set(`${written.week}_${learnerId}`, written);
      return { decision, ...after };
    },
    async toReview(after, limit) {
      const waiting = [...memory.assignments.entries()].flatMap(([id, record]) =>
        record.toReviewSince === null ? [] : { id, record, since: record.toReviewSince.getTime() },
      );
      return waiting
        .sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1))
        .filter(({ id, since }) => after === null || isAfter({ id, since }, after))
        .slice(0, limit)
        .map(({ id, record, since }) => ({ place: { id, toReviewSince: new Date(since) }, record }));
    },
  };
}

function isAfter(place: { id: string; since: number }, after: { id: string; toReviewSince: Date }): boolean {
  const since = after.toReviewSince.getTime();
  return place.since > since || (place.since === since && place.id > after.id);
}
