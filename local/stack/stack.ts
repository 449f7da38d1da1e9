// Brings up everything locally: stand-ins, emulators, functions, sample content.
import { build } from '../build.ts';
import { startSes } from '../ses/start-ses.ts';
import { startShopify } from '../shopify/start-shopify.ts';
import { checkPorts } from './check-ports.ts';
import { emulatorEnv } from './emulator-env.ts';
import { type Emulators, startEmulators } from './emulators.ts';
import { type LocalParams, localParams } from './local-params.ts';
import type { Ports } from './ports.ts';
import { waitUntilAnswers } from './wait-until-answers.ts';

export type StackOptions = {
  projectId: string;
  ports: Ports;
  /** What begins now, in a few words. */
  onProgress: (what: string) => void;
  /** Aborted where the stack is no longer wanted. */
  asked: AbortSignal;
};

export type Stack = {
  projectId: string;
  ports: Ports;
  /** Where SES and Shopify are: the stand-ins, or what the environment named. */
  sesUrl: string;
  shopifyUrl: string;
  content: { levels: number; challenges: number };
  emulators: Emulators;
  /** Resolves when every process and server of the stack is gone. */
  close(): Promise<void>;
};

type Closing = { close(): Promise<void> };

/**
 * Resolves when the whole stack answers and holds the sample content. Sets the emulators' hosts in this process's own
 * environment. Throws a LocalError where a part does not come up; then nothing is left running.
 */
export async function startStack({ projectId, ports, onProgress, asked }: StackOptions): Promise<Stack> {
  const external = { ses: process.env.AWS_ENDPOINT_URL_SES, shopify: process.env.SHOPIFY_ORIGIN };
  const { ses, shopify, ...others } = ports;
  await checkPorts({ ...others, ...(external.ses ? {} : { ses }), ...(external.shopify ? {} : { shopify }) });
  const started: Closing[] = [];
  const close = async () => {
    await Promise.all(started.map((part) => part.close()));
  };
  const standIn = async <Part extends Closing>(part: Promise<Part>): Promise<Part> => {
    started.push(await part);
    return part;
  };
  try {
    const { params, secrets } = localParams(ports, process.env);
    const keys = { clientId: params.SHOPIFY_CLIENT_ID, clientSecret: secrets.SHOPIFY_CLIENT_SECRET };
    if (!external.ses) await standIn(startSes({ port: ses, ...eventsOf(params, { projectId, ports }) }));
    if (!external.shopify) await standIn(startShopify({ port: shopify, ...keys }));
    onProgress('build');
    await build();
    onProgress('emulators and sample content');
    Object.assign(process.env, emulatorEnv(ports));
    const unwanted = new AbortController();
    // Firestore answers seconds before the others do, and that time is enough for the content.
    const seeded = seed(projectId, ports, unwanted.signal);
    // Where both fail, what is told is why the emulators did.
    seeded.catch(() => undefined);
    const emulators = await standIn(
      startEmulators({ projectId, ports, only: ['auth', 'functions', 'firestore', 'pubsub', 'hosting'], asked }),
    ).catch((error) => {
      unwanted.abort();
      throw error;
    });
    const content = await seeded;
    const urls = { sesUrl: params.AWS_ENDPOINT_URL_SES, shopifyUrl: params.SHOPIFY_ORIGIN };
    return { projectId, ports, ...urls, content, emulators, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The stand-in's events go to the function of this stack, where a topic is named. */
function eventsOf(
  { SES_EVENT_TOPICS }: LocalParams['params'],
  { projectId, ports }: Pick<Stack, 'projectId' | 'ports'>,
) {
  const [topicArn = ''] = SES_EVENT_TOPICS.split(',');
  const subscriberUrl = `http://127.0.0.1:${ports.functions}/${projectId}/us-central1/sesEvents`;
  return topicArn === '' ? {} : { events: { topicArn, subscriberUrl } };
}

async function seed(projectId: string, ports: Ports, signal: AbortSignal): Promise<Stack['content']> {
  const { seedContent } = await import('./seed.ts');
  await waitUntilAnswers(`http://127.0.0.1:${ports.firestore}/`, signal);
  return seedContent(projectId);
}
