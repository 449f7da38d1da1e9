// One call of a Google API, as the caller's own account.
import { LocalError } from '../local-error.ts';
import type { Outside } from './outside.ts';

/**
 * The answer's JSON; undefined where Google says that there is no such thing. Throws a LocalError that says what to do
 * where nobody is signed in, or the account may not.
 */
export async function askGoogle(outside: Outside, projectId: string, url: string, body?: object): Promise<unknown> {
  const token = await outside.token().catch(() => {
    throw new LocalError('No Google account is signed in here: gcloud auth application-default login');
  });
  const response = await outside
    .fetch(url, {
      method: body ? 'POST' : 'GET',
      // The last: who is asked, where the account is a person's and so belongs to no project.
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'x-goog-user-project': projectId,
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    .catch(() => {
      throw new LocalError(`${new URL(url).host} does not answer: try again.`);
    });
  if (response.status === 404) return undefined;
  if (response.ok) return response.json();
  throw new LocalError(
    `${new URL(url).host} answers ${response.status} for ${projectId}: does the project exist, and is the account its editor?`,
  );
}
