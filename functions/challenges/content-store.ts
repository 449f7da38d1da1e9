// Levels, challenges and questionnaires in Firestore.
import type { Firestore, QuerySnapshot } from 'firebase-admin/firestore';
import { parseDocument } from '../firestore.ts';
import type { Catalogue } from './catalogue.ts';
import { type Challenge, challengeSchema } from './challenge.ts';
import { compareVersions } from './compare-versions.ts';
import { type Level, levelSchema } from './level.ts';
import { type Questionnaire, questionnaireSchema } from './questionnaire.ts';

/** The only code that knows how content lies in Firestore. Reads throw `UNREADABLE`; saves replace the whole document. */
export function contentStore(db: Firestore) {
  const levels = db.collection('levels');
  const challenges = db.collection('challenges');
  const questionnaires = db.collection('questionnaires');
  const inOrder = levels.orderBy('order');
  const levelsOf = (found: QuerySnapshot) => found.docs.map((document) => parseDocument(levelSchema, document));
  const newestOf = ({ docs }: QuerySnapshot): Questionnaire | null => {
    const newest = docs.toSorted((a, b) => compareVersions(b.id, a.id))[0];
    return newest === undefined ? null : parseDocument(questionnaireSchema, newest);
  };

  const catalogue = async (): Promise<Catalogue> => {
    const [ladder, published] = await Promise.all([inOrder.get(), challenges.where('publishedAt', '!=', null).get()]);
    const readable = published.docs.map((document) => [document.id, parseDocument(challengeSchema, document)] as const);
    return { levels: levelsOf(ladder), challenges: new Map(readable) };
  };

  return {
    /** All levels and every challenge that ever was published; two queries, one read for each document. */
    catalogue,

    /** The same, from no cache. */
    freshCatalogue: catalogue,

    /** The newest version, with numbers in versions compared as numbers; null where there is none. */
    async questionnaire(): Promise<Questionnaire | null> {
      return newestOf(await questionnaires.get());
    },

    /** Lowest first. */
    async everyLevel(): Promise<Level[]> {
      return levelsOf(await inOrder.get());
    },

    /** Null where there is none. */
    async challenge(id: string): Promise<Challenge | null> {
      const snapshot = await challenges.doc(id).get();
      return snapshot.exists ? parseDocument(challengeSchema, snapshot) : null;
    },

    /** Every challenge, also those not published yet. */
    async everyChallenge(): Promise<Challenge[]> {
      return (await challenges.get()).docs.map((document) => parseDocument(challengeSchema, document));
    },

    async saveLevel(level: Level): Promise<void> {
      await levels.doc(level.id).set(level);
    },

    async saveChallenge(challenge: Challenge): Promise<void> {
      await challenges.doc(challenge.id).set(challenge);
    },

    /**
     * Writes the level that `decide` makes of all levels, lowest first. No other level changes in between: a query in a
     * transaction also holds the place of what it did not find.
     */
    async changeLevel(decide: (levels: Level[]) => Level): Promise<Level> {
      return db.runTransaction(async (transaction) => {
        const level = decide(levelsOf(await transaction.get(inOrder)));
        transaction.set(levels.doc(level.id), level);
        return level;
      });
    },

    /**
     * Writes what `decide` makes of the challenge, null where there is none, in one transaction; nothing where that is the
     * challenge itself. Gives the challenge as it is afterwards.
     */
    async changeChallenge(id: string, decide: (known: Challenge | null) => Challenge): Promise<Challenge> {
      return db.runTransaction(async (transaction) => {
        const snapshot = await transaction.get(challenges.doc(id));
        const known = snapshot.exists ? parseDocument(challengeSchema, snapshot) : null;
        const challenge = decide(known);
        if (challenge !== known) transaction.set(snapshot.ref, challenge);
        return challenge;
      });
    },

    /** `check` gets the newest, null where there is none, in the transaction that writes; nothing is written if it throws. */
    async saveQuestionnaire(
      questionnaire: Questionnaire,
      check?: (newest: Questionnaire | null) => void,
    ): Promise<void> {
      await db.runTransaction(async (transaction) => {
        check?.(newestOf(await transaction.get(questionnaires)));
        transaction.set(questionnaires.doc(questionnaire.version), questionnaire);
      });
    },
  };
}

export type ContentStore = ReturnType<typeof contentStore>;
