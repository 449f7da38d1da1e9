import { memoryStores } from '../kit/memory-stores.ts';
import { promisesOfAssignmentStore } from './assignment-store-contract.ts';

promisesOfAssignmentStore('in memory', () => {
  const { memory, stores } = memoryStores();
  return {
    store: stores.assignments,
    saveLearner: async (learner) => void memory.learners.set(learner.id, learner),
  };
});
