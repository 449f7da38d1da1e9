// The HTTPS function of the GraphQL API.
import { onRequest } from 'firebase-functions/https';
import { secrets } from '../params.ts';
import { services } from '../services.ts';
import { createApi } from './server.ts';

let server: ReturnType<typeof createApi> | undefined;

export const api = onRequest(
  { memory: '512MiB', maxInstances: 20, concurrency: 80, secrets: [secrets.LINK_KEYS, secrets.ADDRESS_HASH_KEY] },
  (request, response) => {
    server ??= createApi(services, { explorer: services.config.explorer });
    return server.handle(request, response);
  },
);
