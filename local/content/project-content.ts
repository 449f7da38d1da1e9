// What a project holds of content, and what was last pushed to it.
import type { Firestore } from 'firebase-admin/firestore';
import { z } from 'zod';
import { contentStore } from '../../functions/challenges/content-store.ts';
import { parseDocument } from '../../functions/firestore.ts';
import { type ContentItem, contentItems } from './content-items.ts';

export type ProjectItem = ContentItem & { state: 'given' | 'draft' | 'archived' };

export type ProjectContent = {
  items: Map<string, ProjectItem>;
  /** The hash of each thing when folder and project last agreed upon it. */
  agreed: Map<string, string>;
};

/** Reads a project, and notes what folder and project agree upon. The note is a document of its own, beside the content. */
export function projectContent(db: Firestore) {
  const store = contentStore(db);
  const note = db.doc('contentPushes/last');
  return {
    async read(): Promise<ProjectContent> {
      const [levels, challenges, questionnaire, noted] = await Promise.all([
        store.everyLevel(),
        store.everyChallenge(),
        store.questionnaire(),
        note.get(),
      ]);
      const questionnaires = questionnaire === null ? [] : [questionnaire];
      const states = new Map(challenges.map((challenge) => [challenge.id, stateOf(challenge)]));
      const items = [...contentItems({ levels, challenges, questionnaires })].map(
        ([key, item]) =>
          [key, { ...item, state: (item.kind === 'challenge' && states.get(item.id)) || 'given' }] as const,
      );
      const agreed = noted.exists ? parseDocument(noteSchema, noted).hashes : {};
      return { items: new Map(items), agreed: new Map(Object.entries(agreed)) };
    },

    /** Reads afresh and notes all upon which the folder's things and the project's agree; writes only what is news. */
    async agreeOn(folder: ReadonlyMap<string, ContentItem>): Promise<void> {
      const { items, agreed } = await this.read();
      const now = [...items].filter(([key, { hash }]) => folder.get(key)?.hash === hash);
      const news = now.filter(([key, { hash }]) => agreed.get(key) !== hash);
      if (news.length === 0) return;
      const hashes = Object.fromEntries(news.map(([key, { hash }]) => [key, hash]));
      await note.set({ hashes }, { merge: true });
    },
  };
}

const noteSchema = z.object({ hashes: z.record(z.string(), z.string()) });

function stateOf({
  publishedAt,
  archivedAt,
}: {
  publishedAt: Date | null;
  archivedAt: Date | null;
}): ProjectItem['state'] {
  if (archivedAt !== null) return 'archived';
  return publishedAt === null ? 'draft' : 'given';
}
