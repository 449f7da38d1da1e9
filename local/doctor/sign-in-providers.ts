// Check: people of the office sign in with Google, and nobody with a password.
import { z } from 'zod';
import { readGoogle } from '../project/read-google.ts';
import { type Finding, finding } from './finding.ts';
import type { Patient } from './patient.ts';

const toggle = z.object({ enabled: z.boolean().default(false) }).optional();
const configSchema = z.object({
  signIn: z.object({ email: toggle, phoneNumber: toggle, anonymous: toggle }).optional(),
});
const providerSchema = z.object({ enabled: z.boolean().default(false) });

/** Other ways in are a warning: they give a session without rights, and an account for each stranger. */
export async function signInProviders({ google, project }: Pick<Patient, 'google' | 'project'>): Promise<Finding[]> {
  const providers = `https://console.firebase.google.com/project/${project}/authentication/providers`;
  const api = `https://identitytoolkit.googleapis.com/admin/v2/projects/${project}`;
  const config = await readGoogle(google, `${api}/config`, configSchema);
  if (config === null)
    return [finding.fixThis('Firebase Authentication is not set up', `${providers} → Get started → Google → Enable.`)];
  const withGoogle = await readGoogle(google, `${api}/defaultSupportedIdpConfigs/google.com`, providerSchema);
  const { email, phoneNumber, anonymous } = config.signIn ?? {};
  const off = (name: string) => `${providers} → ${name} → Enable: off → Save.`;
  const findings = [
    ...(withGoogle?.enabled
      ? []
      : [finding.fixThis('sign-in with Google is off', `${providers} → Add new provider → Google → Enable.`)]),
    ...(email?.enabled ? [finding.fixThis('sign-up with a password is on', off('Email/Password'))] : []),
    ...(phoneNumber?.enabled ? [finding.warning('sign-in by phone is on', off('Phone'))] : []),
    ...(anonymous?.enabled ? [finding.warning('anonymous sign-in is on', off('Anonymous'))] : []),
  ];
  return findings.length > 0 ? findings : [finding.ok('Google is on, passwords are off')];
}
