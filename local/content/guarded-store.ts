// A content store that writes over nothing but what a push was planned upon.
import type { ContentStore } from '../../functions/challenges/content-store.ts';
import { LocalError } from '../local-error.ts';
import { type ContentItem, contentItems } from './content-items.ts';

type Things = ReadonlyMap<string, Pick<ContentItem, 'hash'>>;

/**
 * An editor may save between plan and write: each write looks again, in its own transaction. A challenge, level or questionnaire that is
 * neither as in `planned` nor as in `folder` is left, and a LocalError thrown.
 */
export function guardedStore(store: ContentStore, planned: Things, folder: Things): ContentStore {
  const last = new Map([...planned].map(([key, { hash }]) => [key, hash]));
  const guard = (content: Parameters<typeof contentItems>[0]) => {
    for (const [key, { hash, path }] of contentItems(content))
      if (hash !== last.get(key) && hash !== folder.get(key)?.hash)
        throw new LocalError(
          `edited    ${path}: during this push, which stopped here. Look at it with push --dry-run.`,
        );
  };
  return {
    ...store,
    changeChallenge: (id, decide) =>
      store.changeChallenge(id, (known) => {
        if (known !== null) guard({ levels: [], challenges: [known], questionnaires: [] });
        return decide(known);
      }),
    saveQuestionnaire: (questionnaire, check) =>
      store.saveQuestionnaire(questionnaire, (newest) => {
        if (newest !== null) guard({ levels: [], challenges: [], questionnaires: [newest] });
        check?.(newest);
      }),
    async changeLevel(decide) {
      const level = await store.changeLevel((levels) => {
        const decided = decide(levels);
        guard({ levels: levels.filter(({ id }) => id === decided.id), challenges: [], questionnaires: [] });
        return decided;
      });
      // A level that changes places with another may be written twice.
      for (const [key, { hash }] of contentItems({ levels: [level], challenges: [], questionnaires: [] }))
        last.set(key, hash);
      return level;
    },
  };
}
