// What a mail costs of the processor, against the same client sending what is ready.
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { testConfig } from '../../tests/kit/test-config.ts';
import { inRounds } from '../report/in-rounds.ts';
import { judged } from '../report/judged.ts';
import type { Row } from '../report/row.ts';
import { aWeeklyMail } from './a-weekly-mail.ts';
import type { Sizes } from './sizes.ts';
import type { StandIn } from './start-stand-in.ts';
import { virtualHouse } from './virtual-house.ts';

/** As many as the sender has under way at 200 a second. */
const atOnce = 20;
const rounds = 5;

/** The floor is a loop of prebuilt commands; ours looks at each learner, signs, fills, paces, and writes to memory. */
export async function cpuRows(standIn: StandIn, { learners }: Sizes): Promise<Row[]> {
  await standIn.order({ ratePerSecond: 1_000_000, latencyMilliseconds: [0, 0] });
  const house = virtualHouse(standIn.origin);
  const commands = await prebuilt(learners);
  const client = floorClient(standIn.origin);
  const measured = await inRounds(rounds, {
    baseline: () => cpuMilliseconds(learners, () => sendAll(client, commands)),
    value: () => cpuMilliseconds(learners, () => house.mail({ learners, storeDelayMilliseconds: 0 })),
  });
  client.destroy();
  const row = { name: 'processor time of a mail, by prebuilt commands', unit: 'ms', ...measured };
  return [judged(row, { of: 'ratio', is: '<=', bound: 2 })];
}

async function cpuMilliseconds(mails: number, work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / mails;
}

/** As the mailer's own client, which nobody else is given. */
function floorClient(endpoint: string): SESClient {
  const { sesRegion, sesAccessKeyId, sesSecretAccessKey } = testConfig();
  const agent = { keepAlive: true, maxSockets: 50, timeout: 5_000 };
  return new SESClient({
    region: sesRegion,
    credentials: { accessKeyId: sesAccessKeyId, secretAccessKey: sesSecretAccessKey },
    endpoint,
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: 3_000,
      requestTimeout: 15_000,
      throwOnRequestTimeout: true,
      socketTimeout: 15_000,
      httpAgent: agent,
    },
  });
}

async function prebuilt(mails: number): Promise<SendRawEmailCommand[]> {
  const { mailFrom } = testConfig();
  const { to, mime, tags } = await aWeeklyMail();
  const Tags = Object.entries(tags).map(([Name, Value]) => ({ Name, Value }));
  return Array.from(
    { length: mails },
    () => new SendRawEmailCommand({ Source: mailFrom, Destinations: [to], RawMessage: { Data: mime }, Tags }),
  );
}

async function sendAll(client: SESClient, commands: SendRawEmailCommand[]): Promise<void> {
  let at = 0;
  async function sendSome(): Promise<void> {
    for (let command = commands[at++]; command !== undefined; command = commands[at++]) await client.send(command);
  }
  await Promise.all(Array.from({ length: atOnce }, sendSome));
}
