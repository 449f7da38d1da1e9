// The answer to a request whose body is too long.
import { requestBytesMax } from './request-bytes-max.ts';

/** An error as GraphQL answers it, over HTTP with 413. */
export const bodyTooLong = {
  message: `The body may have at most ${requestBytesMax} bytes.`,
  extensions: { code: 'BAD_USER_INPUT' },
};
