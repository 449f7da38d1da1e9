// Reads the body of a request.
import type { IncomingMessage } from 'node:http';

/** Bytes; far above any query of ours. */
const bodyMax = 1_000_000;

/** JSON or a form as an object; undefined where it is neither. Rejects above 1 MB or when the client goes away. */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > bodyMax) throw new Error('the body is too large');
    chunks.push(bytes);
  }
  const text = Buffer.concat(chunks).toString();
  if (request.headers['content-type']?.startsWith('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(text));
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
