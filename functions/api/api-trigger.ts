// The HTTPS function of the GraphQL API.
import { onRequest } from 'firebase-functions/https';
import { error as logError } from 'firebase-functions/logger';
import { bodyTooLong } from '../../schema/body-too-long.ts';
import { requestBytesMax } from '../../schema/request-bytes-max.ts';
import { describeError } from '../describe-error.ts';
import { secrets } from '../params.ts';
import { services } from '../services.ts';
import { createApi } from './server.ts';

let server: ReturnType<typeof createApi> | undefined;

export const api = onRequest(
  {
    memory: '512MiB',
    maxInstances: 20,
    concurrency: 80,
    secrets: [secrets.LINK_KEYS, secrets.ADDRESS_HASH_KEY, secrets.SES_SECRET_ACCESS_KEY],
  },
  async (request, response) => {
    try {
      // None where the request has no body.
      const bytes: Buffer | undefined = request.rawBody;
      if (bytes !== undefined && bytes.length > requestBytesMax) {
        response.status(413).json({ errors: [bodyTooLong] });
        return;
      }
      // The framework has parsed the body, a form's too and at any length, and Yoga would take that for JSON.
      request.body = bytes;
      server ??= createApi(services, { explorer: services.config.explorer });
      await server.handle(request, response);
    } catch (error) {
      // Not thrown on: the framework would log its message, which may quote the request.
      logError('A request of the API failed.', describeError(error));
      if (response.headersSent) response.end();
      else response.status(500).type('text').send('That did not work. Please try again in a minute.');
    }
  },
);
