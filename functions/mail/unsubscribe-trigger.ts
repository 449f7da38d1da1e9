// The HTTPS function behind every unsubscribe link.

import { onRequest } from 'firebase-functions/https';
import * as logger from 'firebase-functions/logger';
import { describeError } from '../describe-error.ts';
import { secrets } from '../params.ts';
import { services } from '../services.ts';
import { handleUnsubscribe } from './handle-unsubscribe.ts';
import { unsubscribeHeaders } from './unsubscribe-headers.ts';

export const unsubscribe = onRequest(
  { memory: '512MiB', maxInstances: 10, concurrency: 40, secrets: [secrets.LINK_KEYS, secrets.ADDRESS_HASH_KEY] },
  async (request, response) => {
    response.set(unsubscribeHeaders);
    try {
      const { status, html, headers } = await handleUnsubscribe(services, {
        method: request.method,
        token: typeof request.query.token === 'string' ? request.query.token : undefined,
        contentType: request.get('content-type'),
        // Undefined, whatever its type says, where the request has no body.
        body: request.rawBody,
      });
      response
        .status(status)
        .set(headers ?? {})
        .type('html')
        .send(html);
    } catch (error) {
      logger.error('An unsubscribe request failed.', describeError(error));
      response.status(500).type('text').send('That did not work. Please try again in a minute.');
    }
  },
);
