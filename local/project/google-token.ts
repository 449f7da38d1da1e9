// An access token of the caller's own Google account.
import { applicationDefault } from 'firebase-admin/app';
import { credentialFault } from './credential-fault.ts';

/** By application default credentials. Throws an Unseen where there are none, or Google does not answer. */
export async function googleToken(): Promise<string> {
  try {
    return (await applicationDefault().getAccessToken()).access_token;
  } catch (error) {
    throw credentialFault(error);
  }
}
