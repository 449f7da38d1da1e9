// Opens the Firestore that a command is about: the local stack's, or a real project's.
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { type Firestore, getFirestore } from 'firebase-admin/firestore';
import { LocalError } from '../local-error.ts';
import { projectRoot } from '../project-root.ts';
import { commandStack } from '../stack/command-stack.ts';
import { credentialFault } from './credential-fault.ts';
import { googleToken } from './google-token.ts';
import { namedProject } from './named-project.ts';

/**
 * `project` is an id or an alias; null means the local stack. A project whose id begins with `demo-` is one of an emulator
 * (Firebase's own rule); any other is reached with application default credentials. Sets and takes from `env` what leads the
 * SDK there. Throws a LocalError where nothing answers.
 */
export async function withFirestore<Result>(
  project: string | null,
  env: NodeJS.ProcessEnv,
  work: (db: Firestore) => Promise<Result>,
): Promise<Result> {
  const stack = commandStack(env);
  const projectId = project === null ? stack.projectId : (await namedProject(projectRoot, project)).id;
  if (projectId.startsWith('demo-')) {
    env.METADATA_SERVER_DETECTION ??= 'none';
    env.FIRESTORE_EMULATOR_HOST ??= `127.0.0.1:${stack.ports.firestore}`;
    await refuseSilence(env.FIRESTORE_EMULATOR_HOST);
  } else {
    if (env.FIRESTORE_EMULATOR_HOST)
      throw new LocalError(
        `FIRESTORE_EMULATOR_HOST is set, and ${projectId} is no project of an emulator: unset it first.`,
      );
    // Firestore's client would look for the credentials again and again for a minute.
    await googleToken();
  }
  const app = initializeApp({ projectId }, 'firestore');
  try {
    return await work(getFirestore(app));
  } catch (error) {
    throw readable(error, projectId);
  } finally {
    await deleteApp(app);
  }
}

async function refuseSilence(host: string): Promise<void> {
  const answer = await fetch(`http://${host}/`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
  if (answer?.ok) return;
  throw new LocalError(
    `No Firestore emulator answers on ${host}: start the stack with npm start first, or name a real project by --project.`,
  );
}

/** What a person can act upon, said so; anything else as it is. Codes are gRPC's. */
function readable(error: unknown, projectId: string): unknown {
  if (!(error instanceof Error) || error instanceof LocalError) return error;
  const code = 'code' in error ? error.code : undefined;
  if (code === 16) return credentialFault(error);
  if (code === 7)
    return new LocalError(`Your account may not write to ${projectId}: it needs the role Cloud Datastore User there.`);
  if (code === 5)
    return new LocalError(`${projectId} has no Firestore database: create it in the Firebase console first.`);
  if (code === 4 || code === 14)
    return new LocalError('Firestore cannot be reached: try again when the network is there.');
  return error;
}
