// Loads the sample content into the Firestore emulator.
import { join } from 'node:path';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { contentStore } from '../../functions/challenges/content-store.ts';
import { systemClock } from '../../functions/clock.ts';
import { pushContent } from '../content/push-content.ts';
import { projectRoot } from '../project-root.ts';

/**
 * Pushes `content/` into a project of the emulator that FIRESTORE_EMULATOR_HOST names, and says how many levels and
 * challenges it now has. Throws where no emulator is named, as sample content belongs in no real project, and a LocalError
 * where the content is at fault.
 */
export async function seedContent(projectId: string): Promise<{ levels: number; challenges: number }> {
  if (!process.env.FIRESTORE_EMULATOR_HOST)
    throw new Error('FIRESTORE_EMULATOR_HOST must name the Firestore emulator.');
  const app = initializeApp({ projectId }, `seed-${projectId}`);
  const db = getFirestore(app);
  const folder = join(projectRoot, 'content');
  try {
    await pushContent({ folder, db, clock: systemClock, dryRun: false, force: false, print: () => undefined });
    const { levels, challenges } = await contentStore(db).catalogue();
    return { levels: levels.length, challenges: challenges.size };
  } finally {
    await deleteApp(app);
  }
}
