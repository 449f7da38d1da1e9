import { anApi } from '../kit/an-api.ts';
import { describeWishes } from './wishes.ts';

describeWishes('in memory', () => {
  const { services, memory, clock } = anApi();
  return {
    services,
    save: async (learner) => void memory.learners.set(learner.id, learner),
    suppress: async (addressKey, suppression) => void memory.suppressions.set(addressKey, suppression),
    all: async () => ({
      learners: Object.fromEntries(memory.learners),
      suppressions: [...memory.suppressions.values()],
      versions: [...memory.written],
    }),
    advance: (milliseconds) => clock.advance(milliseconds),
  };
});
