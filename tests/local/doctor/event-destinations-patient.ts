// What the check of the configuration set looks at: a server that answers as SES's newer API does (REST, JSON).
import { createServer, type Server } from 'node:http';
import type { EventDestination } from '@aws-sdk/client-sesv2';
import { afterEach } from 'vitest';
import type { Config } from '../../../functions/config.ts';
import { type SesReadings, sesReadings } from '../../../local/doctor/ses-readings.ts';
import { fakeClock } from '../../kit/fake-clock.ts';
import { testConfig } from '../../kit/test-config.ts';

let running: Server | undefined;

afterEach(() => {
  running?.close();
  running?.closeAllConnections();
  running = undefined;
});

const way = /^\/v2\/email\/configuration-sets\/([^/]+)\/event-destinations$/;

/** Event destinations by the set's name; `denied`: the key may not ask. */
export async function eventDestinationsPatient(
  sets: Record<string, EventDestination[]> | 'denied',
  config: Partial<Config>,
): Promise<{ config: Config; ses: SesReadings; project: undefined }> {
  const server = createServer((request, response) => {
    const name = way.exec(request.url ?? '')?.[1];
    const refuse = (status: number, error: string) =>
      response.writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': error }).end('{}');
    if (request.method !== 'GET' || name === undefined) return refuse(400, 'BadRequestException');
    if (sets === 'denied') return refuse(403, 'AccessDeniedException');
    const EventDestinations = sets[decodeURIComponent(name)];
    if (EventDestinations === undefined) return refuse(404, 'NotFoundException');
    return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ EventDestinations }));
  });
  running = server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const whole = testConfig({ sesEndpoint: `http://127.0.0.1:${port}`, ...config });
  return { config: whole, ses: sesReadings(whole, fakeClock('2026-11-23T08:00:00Z')), project: undefined };
}
