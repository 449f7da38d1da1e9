// What the use cases of weekly runs need, outside of a function: Firestore, Pub/Sub, parameters, time.
import { systemClock } from '../../functions/clock.ts';
import { config } from '../../functions/config.ts';
import { pubsubQueue } from '../../functions/pubsub-queue.ts';
import type { Services } from '../../functions/services.ts';
import { stores } from '../../functions/stores.ts';
import { LocalError } from '../local-error.ts';
import { readParameters } from '../project/read-parameters.ts';
import { realProject } from '../project/real-project.ts';
import { withFirestore } from '../project/with-firestore.ts';
import { commandStack } from '../stack/command-stack.ts';
import { localParams } from '../stack/local-params.ts';

/**
 * `project` null means the local stack. Sets in `env` what the parameters of the project are, and what leads the clients
 * there. Throws a LocalError where nothing answers, or the project has no parameters here.
 */
export async function withServices<Result>(
  where: { project: string | null; root: string; env: NodeJS.ProcessEnv },
  work: (services: Services) => Promise<Result>,
): Promise<Result> {
  const projectId =
    where.project === null ? leadToStack(where.env) : await leadToProject({ ...where, name: where.project });
  return withFirestore(where.project === null ? null : projectId, where.env, async (db) => {
    const all = stores(db, () => config.addressHashKey);
    return work({
      clock: systemClock,
      config,
      stores: async () => all,
      queue: async () => pubsubQueue(projectId),
      mailer: nobody,
      shop: nobody,
      linkTokens: nobody,
      identity: nobody,
    });
  });
}

/** No command about runs mails, reads the shop, or asks who somebody is. */
const nobody = async () => {
  throw new Error('An operator’s command reaches Firestore and Pub/Sub only.');
};

function leadToStack(env: NodeJS.ProcessEnv): string {
  const { projectId, ports } = commandStack(env);
  env.PUBSUB_EMULATOR_HOST ??= `127.0.0.1:${ports.pubsub}`;
  Object.assign(env, localParams(ports, env).params, firebaseConfig(projectId));
  return projectId;
}

async function leadToProject({ root, name, env }: { root: string; name: string; env: NodeJS.ProcessEnv }) {
  const project = await realProject(root, name);
  if (env.PUBSUB_EMULATOR_HOST)
    throw new LocalError(
      `PUBSUB_EMULATOR_HOST is set, and ${project.id} is no project of an emulator: unset it first.`,
    );
  const { values, found, ownFile } = await readParameters(root, project);
  if (!found) throw new LocalError(`${ownFile} is missing: the parameters of the project stand in it.`);
  Object.assign(env, values, firebaseConfig(project.id));
  return project.id;
}

/** As the platform gives it to a function: the environment that a database belongs to is known by it. */
const firebaseConfig = (projectId: string) => ({
  FIREBASE_CONFIG: JSON.stringify({ projectId }),
  GCLOUD_PROJECT: projectId,
});
