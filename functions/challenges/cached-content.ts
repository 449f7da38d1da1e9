// The content store of one instance: what every request needs is read once a minute.
import type { Clock } from '../clock.ts';
import { cachedLoad } from './cached-load.ts';
import type { ContentStore } from './content-store.ts';

/**
 * Catalogue and questionnaire are at most `lifeSeconds` old, so a save takes that long to reach the other instances; a
 * save through this store is seen by whoever asks after it. All else is read afresh.
 */
export function cachedContent(store: ContentStore, clock: Clock, lifeSeconds = 60): ContentStore {
  const catalogue = cachedLoad(store.catalogue, clock, lifeSeconds);
  const questionnaire = cachedLoad(store.questionnaire, clock, lifeSeconds);
  const dropping =
    <Args extends unknown[], Result>(save: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      try {
        return await save(...args);
      } finally {
        // Also after a failure: the save may have been done all the same.
        catalogue.drop();
        questionnaire.drop();
      }
    };
  return {
    catalogue: catalogue.get,
    freshCatalogue() {
      catalogue.drop();
      return catalogue.get();
    },
    questionnaire: questionnaire.get,
    everyLevel: store.everyLevel,
    everyChallenge: store.everyChallenge,
    challenge: store.challenge,
    saveLevel: dropping(store.saveLevel),
    saveChallenge: dropping(store.saveChallenge),
    saveQuestionnaire: dropping(store.saveQuestionnaire),
    changeLevel: dropping(store.changeLevel),
    changeChallenge: dropping(store.changeChallenge),
  };
}
