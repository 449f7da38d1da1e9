// Reads the Google APIs of a project.
import { Unseen } from './unseen.ts';

/** Answers a GET of an address with its status and its JSON. Rejects with an Unseen where nobody answers. */
export type Google = (url: string) => Promise<{ status: number; body: unknown }>;

export type GoogleOptions = {
  project: string;
  /** A token of the application-default credentials. */
  token(): Promise<string>;
  fetch: typeof fetch;
};

/** The project pays for the calls itself: a person's own credentials name none. */
export function googleApi({ project, token, fetch }: GoogleOptions): Google {
  return async (url) => {
    const bearer = await token().catch(() => {
      throw new Unseen('no credentials for Google were found', 'Run gcloud auth application-default login.');
    });
    const headers = { authorization: `Bearer ${bearer}`, 'x-goog-user-project': project };
    try {
      const response = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(10_000) });
      return { status: response.status, body: await response.json().catch(() => undefined) };
    } catch {
      throw new Unseen(`${new URL(url).host} did not answer`, 'Check the network, then run this again.');
    }
  };
}
