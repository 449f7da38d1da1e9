// Sends one GraphQL operation to the API.
import * as z from 'zod/mini';
import { ApiFailure } from './api-failure.ts';
import type { TypedDocumentString } from './generated/graphql.ts';

/**
 * @param idToken a Firebase ID token, or null for a stranger
 * @returns the operation's data, typed by its document
 * @throws ApiFailure with the code of the first error, `UNREACHABLE` or `UNREADABLE`
 */
export async function request<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  idToken: string | null,
): Promise<Result> {
  const response = await post(JSON.stringify({ query: document.toString(), variables }), idToken);
  const answer = Answer.safeParse(await response.json().catch(() => null));
  if (!answer.success) throw new ApiFailure('UNREADABLE');
  const { data, errors } = answer.data;
  if (errors?.[0]) {
    const { message = null, extensions } = errors[0];
    const retryAfterSeconds = parseRetryAfter(response.headers.get('retry-after'));
    throw new ApiFailure(extensions?.code ?? 'UNREADABLE', { sentence: message, retryAfterSeconds });
  }
  if (!data) throw new ApiFailure('UNREADABLE');
  // The server's schema and this document were checked against each other when the types were generated.
  return data as Result;
}

/** In milliseconds. A first request may wait for an instance to start, which takes a few seconds. */
const TIMEOUT_MS = 20_000;

// Without this Zod probes for `eval`, which the content security policy reports as a violation.
z.config({ jitless: true });

const Answer = z.object({
  data: z.nullish(z.record(z.string(), z.unknown())),
  errors: z.optional(
    z.array(
      z.object({
        message: z.optional(z.string()),
        extensions: z.optional(z.object({ code: z.optional(z.string()) })),
      }),
    ),
  ),
});

/** In seconds (RFC 9110 §10.2.3). Its other form, a date, is not what our API sends. */
function parseRetryAfter(header: string | null): number | null {
  return header !== null && /^\d{1,9}$/.test(header) ? Number(header) : null;
}

async function post(body: string, idToken: string | null): Promise<Response> {
  try {
    return await fetch('/graphql', {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        ...(idToken === null ? {} : { authorization: `Bearer ${idToken}` }),
      },
      credentials: 'omit',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (cause) {
    throw new ApiFailure('UNREACHABLE', { cause });
  }
}
