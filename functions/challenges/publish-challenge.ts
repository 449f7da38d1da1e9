// Use case: an editor publishes a challenge.
import type { Clock } from '../clock.ts';
import { AppError } from '../errors.ts';
import { parseArgument } from '../parse-argument.ts';
import type { Challenge } from './challenge.ts';
import type { ContentStore } from './content-store.ts';
import { noSuchChallenge } from './no-such-challenge.ts';
import { slugSchema } from './slug-schema.ts';

/**
 * From now on it is given. A challenge that is published already stays as it is. Throws `NOT_FOUND`, and
 * `BAD_USER_INPUT` where it is archived.
 */
export async function publishChallenge(
  { clock, stores }: { clock: Clock; stores(): Promise<{ content: Pick<ContentStore, 'changeChallenge'> }> },
  id: string,
): Promise<Challenge> {
  const challengeId = parseArgument('id', slugSchema, id);
  const now = clock.now();
  return (await stores()).content.changeChallenge(challengeId, (known) => {
    if (known === null) throw noSuchChallenge();
    if (known.archivedAt !== null) throw archived();
    return known.publishedAt === null ? { ...known, publishedAt: now } : known;
  });
}

function archived(): AppError {
  return new AppError(
    'BAD_USER_INPUT',
    'id must be of a challenge that is not archived: an archived one is never given again. Save it under a new id.',
  );
}
