// Asks the Google APIs about a project.
import { credentialFault } from './credential-fault.ts';
import { Unseen } from './unseen.ts';

/** Answers a GET of an address, or a POST of a body, with its status and its JSON. Rejects with an Unseen where nobody answers. */
export type Google = (url: string, body?: object) => Promise<{ status: number; body: unknown }>;

export type GoogleOptions = {
  project: string;
  /** A token of the caller's Google account. */
  token(): Promise<string>;
  fetch(url: string, init: RequestInit): Promise<Response>;
};

/** The project pays for the calls itself: a person's own credentials name none. */
export function googleApi({ project, token, fetch }: GoogleOptions): Google {
  return async (url, body) => {
    const bearer = await token().catch((error: unknown) => {
      throw credentialFault(error);
    });
    const headers = { authorization: `Bearer ${bearer}`, 'x-goog-user-project': project };
    const posted = body && { method: 'POST', body: JSON.stringify(body) };
    const posting = body && { 'content-type': 'application/json' };
    try {
      const response = await fetch(url, {
        ...posted,
        headers: { ...headers, ...posting },
        redirect: 'error',
        signal: AbortSignal.timeout(10_000),
      });
      return { status: response.status, body: await response.json().catch(() => undefined) };
    } catch {
      throw new Unseen(`${new URL(url).host} did not answer`, 'Check the network, then run this again.');
    }
  };
}
