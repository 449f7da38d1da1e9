// Use case: an editor archives a challenge.
import type { Clock } from '../clock.ts';
import { parseArgument } from '../parse-argument.ts';
import type { Challenge } from './challenge.ts';
import type { ContentStore } from './content-store.ts';
import { noSuchChallenge } from './no-such-challenge.ts';
import { slugSchema } from './slug-schema.ts';

/**
 * It is never given again; the weeks that had it keep it, and may still be answered. A run that is being sent hears of it
 * within ten minutes, and gives the next of the level instead. A challenge that is archived already stays as it is. Throws
 * `NOT_FOUND`.
 */
export async function archiveChallenge(
  { clock, stores }: { clock: Clock; stores(): Promise<{ content: Pick<ContentStore, 'changeChallenge'> }> },
  id: string,
): Promise<Challenge> {
  const challengeId = parseArgument('id', slugSchema, id);
  const now = clock.now();
  return (await stores()).content.changeChallenge(challengeId, (known) => {
    if (known === null) throw noSuchChallenge();
    return known.archivedAt === null ? { ...known, archivedAt: now } : known;
  });
}
