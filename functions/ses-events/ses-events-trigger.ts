// The HTTPS function that SNS posts the events of SES to.
import { onRequest } from 'firebase-functions/https';
import * as logger from 'firebase-functions/logger';
import { recordEvent } from '../deliveries/record-event.ts';
import { describeError } from '../describe-error.ts';
import { secrets } from '../params.ts';
import { services } from '../services.ts';
import { handleSnsPost, type SnsDoor } from './handle-sns-post.ts';
import { signingCertificates } from './signing-certificates.ts';
import { snsGet } from './sns-get.ts';
import { snsLogEntry } from './sns-log-entry.ts';

const { clock, config } = services;
const get = snsGet(clock);
const door: SnsDoor = {
  config,
  clock,
  get,
  certificates: signingCertificates(clock, get),
  record: (event) => recordEvent(services, event),
};

/**
 * At 200 mails a second 400 events come in each, and each waits for one write: at 50 ms a write 20 are under way, a
 * quarter of one instance's places. SNS gives up on an answer after 15 s, so nothing works longer.
 */
export const sesEvents = onRequest(
  { memory: '512MiB', maxInstances: 3, concurrency: 80, timeoutSeconds: 15, secrets: [secrets.ADDRESS_HASH_KEY] },
  async (request, response) => {
    try {
      // Undefined, whatever its type says, where the request has no body.
      const body: Buffer | undefined = request.rawBody;
      const outcome = await handleSnsPost(door, { method: request.method, body });
      const entry = snsLogEntry(outcome);
      if (entry !== null) logger.write(entry);
      if (outcome.status === 405) response.set('Allow', 'POST');
      response.sendStatus(outcome.status);
    } catch (error) {
      logger.error('A post of SNS failed and comes again.', describeError(error));
      response.sendStatus(500);
    }
  },
);
