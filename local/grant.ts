// `npm run grant -- you@example.com operator`: gives a role in the local stack, or with --project in a project of one's own.

import { LocalError } from './local-error.ts';
import { grantRole } from './project/grant-role.ts';
import { realProject } from './project/real-project.ts';
import { projectRoot } from './project-root.ts';
import { type Grant, roleArgument } from './role-argument.ts';
import { runCommand } from './run-command.ts';
import { commandStack } from './stack/command-stack.ts';
import { googleSignIn } from './stack/google-sign-in.ts';

await runCommand(async () => {
  const grant = roleArgument(process.argv.slice(2));
  if (grant.project === undefined) await grantHere(grant);
  else await grantIn((await realProject(projectRoot, grant.project)).id, grant);
  return 0;
});

async function grantIn(projectId: string, grant: Grant): Promise<void> {
  const { withAuth } = await import('./project/with-auth.ts');
  const roles = await withAuth(projectId, process.env, (auth) => grantRole(auth, grant));
  console.log(
    `${rolesLine(roles)} in ${projectId}. They must sign out and in again for that to count; a session that is`,
  );
  console.log('open now keeps what it had for an hour at most.');
}

/** Signs the address in at the emulator, which believes it, and prints an ID token that has the role. */
async function grantHere(grant: Grant): Promise<void> {
  const { projectId, ports } = commandStack(process.env);
  process.env.METADATA_SERVER_DETECTION ??= 'none';
  process.env.FIREBASE_AUTH_EMULATOR_HOST ??= `127.0.0.1:${ports.auth}`;
  const authHost = process.env.FIREBASE_AUTH_EMULATOR_HOST;
  await refuseWithoutEmulator(authHost);
  const [{ initializeApp }, { getAuth }] = await Promise.all([
    import('firebase-admin/app'),
    import('firebase-admin/auth'),
  ]);
  const auth = getAuth(initializeApp({ projectId }));
  await googleSignIn(authHost, grant.email);
  const roles = await grantRole(auth, grant);
  // Only a token made after the claim holds it.
  const { idToken } = await googleSignIn(authHost, grant.email);
  console.error(`${rolesLine(roles)} here. Its ID token, good for one hour; send it as`);
  console.error('  Authorization: Bearer <token>');
  console.log(idToken);
}

function rolesLine(roles: readonly string[]): string {
  return roles.length === 0 ? 'This address now has no role' : `This address now has: ${roles.join(', ')}`;
}

async function refuseWithoutEmulator(authHost: string): Promise<void> {
  const answer = await fetch(`http://${authHost}/`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
  if (answer?.ok) return;
  throw new LocalError(
    `No Auth emulator answers on ${authHost}: start the stack with npm start first, or name a project of your own by --project.`,
  );
}
