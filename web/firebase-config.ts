// The shape of what Hosting tells a page about its Firebase project.
import * as z from 'zod/mini';

/** `authEmulatorOrigin` is null in production. */
export type FirebaseConfig = { options: z.infer<typeof FirebaseOptions>; authEmulatorOrigin: string | null };

/** The options that `firebase/auth` needs; Hosting sends more. */
export const FirebaseOptions = z.object({
  apiKey: z.string(),
  projectId: z.string(),
  authDomain: z.optional(z.string()),
});
