// Asks whether the database is this deployment's own: a restored copy must mail nobody.
import type { Services } from '../services.ts';

/**
 * The first deployment that meets a database claims it. `foreign` is null where the database is ours, else the reason
 * why nothing may be done with it, and how to adopt it. `since`: when it was claimed.
 */
export async function claimEnvironment({ config, clock, stores }: Services): Promise<Claimed> {
  const { environment } = await stores();
  const { id, since } = await environment.claim({ id: config.projectId, since: clock.now() });
  if (id === config.projectId) return { foreign: null, since };
  const foreign = `This database belongs to ${id}, and these functions to ${config.projectId}: it looks like a copy of another environment’s, whose learners must not be mailed from here. To adopt it on purpose, delete its document settings/environment.`;
  return { foreign, since };
}

export type Claimed = { foreign: string | null; since: Date };
