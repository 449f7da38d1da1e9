// Loads the sample content into the Firestore emulator.
import { join } from 'node:path';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { contentStore } from '../functions/challenges/content-store.ts';
import { importContent } from '../functions/challenges/import-content.ts';
import { systemClock } from '../functions/clock.ts';
import { readContent } from './read-content.ts';

/**
 * Imports `content/` into a project of the emulator that FIRESTORE_EMULATOR_HOST names, and says how many levels and
 * challenges it now has from there. Throws where no emulator is named: sample content belongs in no real project.
 */
export async function seedContent(projectId: string): Promise<{ levels: number; challenges: number }> {
  if (!process.env.FIRESTORE_EMULATOR_HOST)
    throw new Error('FIRESTORE_EMULATOR_HOST must name the Firestore emulator.');
  const files = await readContent(join(import.meta.dirname, '../content'));
  const app = initializeApp({ projectId }, `seed-${projectId}`);
  const db = getFirestore(app);
  try {
    await importContent({ clock: systemClock, stores: async () => ({ content: contentStore(db) }) }, files);
  } finally {
    await deleteApp(app);
  }
  const countIn = (folder: string) => files.filter(({ path }) => path.startsWith(folder)).length;
  return { levels: countIn('levels/'), challenges: countIn('challenges/') };
}
