// `npm run grant -- you@example.com operator`: gives a role in the running local stack, and prints an ID token with it.
import { commandStack } from './command-stack.ts';
import { googleSignIn } from './google-sign-in.ts';
import { LocalError } from './local-error.ts';
import { roleArgument } from './role-argument.ts';
import { runCommand } from './run-command.ts';

await runCommand(async () => {
  const { email, role } = roleArgument(process.argv.slice(2));
  const { projectId, ports } = commandStack(process.env);
  process.env.METADATA_SERVER_DETECTION ??= 'none';
  process.env.FIREBASE_AUTH_EMULATOR_HOST ??= `127.0.0.1:${ports.auth}`;
  const authHost = process.env.FIREBASE_AUTH_EMULATOR_HOST;
  await refuseWithoutEmulator(authHost);
  const [{ initializeApp }, { getAuth }] = await Promise.all([
    import('firebase-admin/app'),
    import('firebase-admin/auth'),
  ]);
  const auth = getAuth(initializeApp({ projectId: process.env.GCLOUD_PROJECT ?? projectId }));
  const { localId } = await googleSignIn(authHost, email);
  await auth.setCustomUserClaims(localId, { roles: [role] });
  // Only a token made after the claim holds it.
  const { idToken } = await googleSignIn(authHost, email);
  console.error(`This address now has the role ${role} here. Its ID token, good for one hour; send it as`);
  console.error('  Authorization: Bearer <token>');
  console.log(idToken);
  return 0;
});

async function refuseWithoutEmulator(authHost: string): Promise<void> {
  const answer = await fetch(`http://${authHost}/`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
  if (answer?.ok) return;
  throw new LocalError(
    `No Auth emulator answers on ${authHost}: start the stack with npm start first. Roles in a real project cannot be granted yet.`,
  );
}
