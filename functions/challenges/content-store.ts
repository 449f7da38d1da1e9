// Levels, challenges and questionnaires in Firestore.
import type { Firestore } from 'firebase-admin/firestore';
import { parseDocument } from '../firestore.ts';
import type { Catalogue } from './catalogue.ts';
import { type Challenge, challengeSchema } from './challenge.ts';
import { type Level, levelSchema } from './level.ts';
import { type Questionnaire, questionnaireSchema } from './questionnaire.ts';

/** The only code that knows how content lies in Firestore. Reads throw `UNREADABLE`; saves replace the whole document. */
export function contentStore(db: Firestore) {
  const levels = db.collection('levels');
  const challenges = db.collection('challenges');
  const questionnaires = db.collection('questionnaires');

  return {
    /** All levels and every challenge that ever was published; two queries, one read for each document. */
    async catalogue(): Promise<Catalogue> {
      const [ladder, published] = await Promise.all([
        levels.orderBy('order').get(),
        challenges.where('publishedAt', '!=', null).get(),
      ]);
      return {
        levels: ladder.docs.map((document) => parseDocument(levelSchema, document)),
        challenges: new Map(
          published.docs.map((document) => [document.id, parseDocument(challengeSchema, document)] as const),
        ),
      };
    },

    /** The newest version, with numbers in versions compared as numbers; null where there is none. */
    async questionnaire(): Promise<Questionnaire | null> {
      const versions = (await questionnaires.get()).docs;
      const newest = versions.toSorted((a, b) => compareVersions(b.id, a.id))[0];
      return newest === undefined ? null : parseDocument(questionnaireSchema, newest);
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

    async saveQuestionnaire(questionnaire: Questionnaire): Promise<void> {
      await questionnaires.doc(questionnaire.version).set(questionnaire);
    },
  };
}

export type ContentStore = ReturnType<typeof contentStore>;

const { compare: compareVersions } = new Intl.Collator('en', { numeric: true });
