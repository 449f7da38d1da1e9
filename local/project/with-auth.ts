// Opens the Firebase Auth of a real project, as the caller's own Google account.
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { type Auth, getAuth } from 'firebase-admin/auth';
import { LocalError } from '../local-error.ts';
import { authFault } from './auth-fault.ts';
import { googleToken } from './google-token.ts';

/** Sets in `env` who pays for the calls. Throws a LocalError where Google does not know the caller, or refuses. */
export async function withAuth<Result>(
  projectId: string,
  env: NodeJS.ProcessEnv,
  work: (auth: Auth) => Promise<Result>,
): Promise<Result> {
  if (env.FIREBASE_AUTH_EMULATOR_HOST)
    throw new LocalError(
      `FIREBASE_AUTH_EMULATOR_HOST is set, and ${projectId} is no project of an emulator: unset it first.`,
    );
  await googleToken();
  // A person's own credentials name no project, and Identity Toolkit answers none that names none.
  env.GOOGLE_CLOUD_QUOTA_PROJECT ??= projectId;
  const app = initializeApp({ projectId }, 'auth');
  try {
    return await work(getAuth(app));
  } catch (error) {
    throw authFault(error, projectId);
  } finally {
    await deleteApp(app);
  }
}
