// Collects the body of a request.
import type { IncomingMessage } from 'node:http';

/** A message just over SES's 10 MB must still be read to be refused properly: base64 and form encoding make it 15. */
const BODY_BYTES_MAX = 32 * 1024 * 1024;

/** Undefined when the body is larger than 32 MB. Rejects when the connection breaks. */
export async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    // Read on to the end: a connection cut in the middle would hide the refusal from the caller.
    if (bytes <= BODY_BYTES_MAX) chunks.push(chunk);
  }
  return bytes <= BODY_BYTES_MAX ? Buffer.concat(chunks).toString('utf8') : undefined;
}
