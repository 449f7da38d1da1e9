// Signs in with Google at the Auth emulator, which believes any identity.
import { z } from 'zod';

const replySchema = z.object({ idToken: z.string(), localId: z.string() });

/** A verified Google identity of this address: its ID token (one hour) and its uid. Throws where that is refused. */
export async function googleSignIn(authHost: string, email: string): Promise<z.infer<typeof replySchema>> {
  const identity = JSON.stringify({ sub: `google-${email}`, email, email_verified: true });
  const response = await fetch(
    `http://${authHost}/identitytoolkit.googleapis.com/v1/accounts:signInWithIdp?key=demo-key`,
    {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        postBody: `id_token=${encodeURIComponent(identity)}&providerId=google.com`,
        requestUri: 'http://localhost',
        returnSecureToken: true,
      }),
      signal: AbortSignal.timeout(10_000),
    },
  );
  if (!response.ok) throw new Error(`The Auth emulator refused the sign-in: ${response.status}`);
  return replySchema.parse(await response.json());
}
