// The HTTPS function behind every unsubscribe link.
import { logger } from 'firebase-functions';
import { onRequest } from 'firebase-functions/https';
import { describeError } from '../describe-error.ts';
import { secrets } from '../params.ts';
import { services } from '../services.ts';
import { handleUnsubscribe } from './handle-unsubscribe.ts';
import { readForm } from './read-form.ts';

export const unsubscribe = onRequest(
  { memory: '512MiB', maxInstances: 10, concurrency: 40, secrets: [secrets.LINK_KEYS, secrets.ADDRESS_HASH_KEY] },
  async (request, response) => {
    try {
      const { status, html } = await handleUnsubscribe(services, {
        method: request.method,
        token: typeof request.query.token === 'string' ? request.query.token : undefined,
        form: await readForm(request.get('content-type'), request.rawBody),
      });
      response.status(status).set('Cache-Control', 'no-store').type('html').send(html);
    } catch (error) {
      logger.error('An unsubscribe request failed.', describeError(error));
      response.status(500).type('text').send('That did not work. Please try again in a minute.');
    }
  },
);
