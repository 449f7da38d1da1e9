// The whole product in one process over real emulators, with a clock of its own: the page, the API, the weekly run, SES.
import { join } from 'node:path';
import { initializeApp } from 'firebase-admin/app';
import { firebaseIdentity } from '../../functions/api/firebase-identity.ts';
import { createApi } from '../../functions/api/server.ts';
import { importContent } from '../../functions/challenges/import-content.ts';
import { sesMailer } from '../../functions/mail/ses-mailer.ts';
import { startRun } from '../../functions/weekly-run/start-run.ts';
import { projectRoot } from '../../local/project-root.ts';
import { readContent } from '../../local/read-content.ts';
import { startSes } from '../../local/ses/start-ses.ts';
import type { StoredMail } from '../../local/ses/stored-mail.ts';
import { aHouse, type House } from './a-house.ts';
import { servePage } from './serve-page.ts';
import { testConfig } from './test-config.ts';

export type Journey = {
  house: House;
  /** Where the page is. */
  url: string;
  /** Moves the clock to Monday 09:00 in Berlin of a week and does all of its run; gives the week's mails. */
  monday(week: string, instant: string): Promise<StoredMail[]>;
  close(): Promise<void>;
};

/** One for a test process: the API's Firebase app has the process's default name. The sample content is imported. */
export async function aJourney(start: string): Promise<Journey> {
  const projectId = process.env.TEST_AUTH_PROJECT ?? '';
  initializeApp({ projectId });
  const page = await servePage({ projectId, authHost: process.env.FIREBASE_AUTH_EMULATOR_HOST ?? '' });
  const ses = await startSes({ port: 0, maxSendRate: 1000 });
  const config = { publicUrl: page.url, sesEndpoint: ses.url };
  const mailer = sesMailer(testConfig(config));
  const services = { mailer: async () => mailer, identity: async () => firebaseIdentity() };
  const house = aHouse({ start, config, services });
  await importContent(house.services, await readContent(join(projectRoot, 'content')));
  const api = createApi(house.services, { explorer: false });
  page.answerApi((request, response) => api.handle(request, response));
  return {
    house,
    url: page.url,
    async monday(week, instant) {
      house.clock.set(instant);
      ses.clearStore();
      await startRun(house.services, { week, by: 'schedule' });
      await house.deliverAll();
      return ses.readStore();
    },
    async close() {
      await page.close();
      await ses.close();
    },
  };
}
