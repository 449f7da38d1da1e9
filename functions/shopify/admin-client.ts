// Asks Shopify's Admin API, and tries again where that can help, within bounds.
import { createAdminApiClient } from '@shopify/admin-api-client';
import type { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { AppError } from '../errors.ts';
import { accessToken } from './access-token.ts';
import type { TypedDocumentString } from './generated/admin.ts';
import { apiVersion, readAnswer, type Verdict } from './read-answer.ts';
import { shopifyFetch } from './shopify-fetch.ts';

export type AdminClient = {
  /** The answer's data as the schema gives it. Throws an AppError `SHOPIFY_FAILED`, retryable where a later call can help. */
  request<Variables extends Record<string, unknown>, Data>(
    document: TypedDocumentString<unknown, Variables>,
    variables: Variables,
    schema: z.ZodType<Data>,
  ): Promise<Data>;
};

export type AdminClientOptions = {
  /** Of one try, in real time, with the reading of the answer. */
  timeoutMilliseconds?: number;
  /** In [0, 1), for the jitter of waits. */
  random?: () => number;
};

const triesMax = 6;
/** No wait begins that would end later than this after the request: a fifth of the 540 s that a function may take. */
const budgetMilliseconds = 108_000;
/** Full jitter over a doubling bound (AWS Architecture Blog, "Exponential Backoff And Jitter"). */
const backoffMilliseconds = { first: 500, max: 16_000 };

export function adminClient(config: Config, clock: Clock, options: AdminClientOptions = {}): AdminClient {
  const { timeoutMilliseconds = 10_000, random = Math.random } = options;
  const tokens = accessToken(config, clock, timeoutMilliseconds);
  const send = shopifyFetch(config);

  async function ask(text: string, variables: Record<string, unknown>, token: string): Promise<Verdict> {
    // One client for each token: its own headers win over those of a request.
    const client = createAdminApiClient({
      storeDomain: config.shopifyShop,
      apiVersion,
      accessToken: token,
      // Its own retries take seconds for milliseconds, and miss what is throttled with HTTP 200.
      retries: 0,
      customFetchApi: (url, init) => send(new URL(url).pathname, init ?? {}),
      // It would warn of versions by its own calendar; the answer's header says it surely.
      logger: () => undefined,
    });
    return readAnswer(await client.request(text, { variables, signal: AbortSignal.timeout(timeoutMilliseconds) }));
  }

  async function askOnce(
    text: string,
    variables: Record<string, unknown>,
    mayRenew: boolean,
  ): Promise<Verdict | 'renewed'> {
    let token: string;
    try {
      token = await tokens.get();
    } catch (error) {
      if (error instanceof AppError && error.retryable) return { kind: 'again', because: error.message };
      throw error;
    }
    const verdict = await ask(text, variables, token);
    return verdict.kind === 'unauthorized' && mayRenew && tokens.drop(token) ? 'renewed' : verdict;
  }

  return {
    async request(document, variables, schema) {
      const text = document.toString();
      const startedAt = clock.now().getTime();
      let mayRenew = true;
      for (let attempt = 1; ; attempt += 1) {
        const verdict = await askOnce(text, variables, mayRenew);
        if (verdict === 'renewed') {
          mayRenew = false;
          continue;
        }
        if (verdict.kind === 'data') return parseData(schema, verdict.data, text);
        if (verdict.kind !== 'again') throw failure(text, verdict);
        const wait = waitMilliseconds(verdict, attempt, random());
        const elapsed = clock.now().getTime() - startedAt;
        if (attempt >= triesMax || elapsed + wait > budgetMilliseconds) throw failure(text, verdict);
        await clock.sleep(wait);
      }
    },
  };
}

/** What Shopify asked for and up to a second more, so that those who wait together do not come back together. */
function waitMilliseconds(verdict: { waitMilliseconds?: number }, attempt: number, random: number): number {
  if (verdict.waitMilliseconds !== undefined) return verdict.waitMilliseconds + random * 1000;
  return random * Math.min(backoffMilliseconds.max, backoffMilliseconds.first * 2 ** (attempt - 1));
}

function failure(text: string, verdict: Exclude<Verdict, { kind: 'data' }>): AppError {
  const because =
    verdict.kind === 'unauthorized'
      ? 'it does not accept the access token: check SHOPIFY_CLIENT_SECRET'
      : verdict.because;
  return new AppError('SHOPIFY_FAILED', `Shopify failed ${operationName(text)}: ${because}`, {
    retryable: verdict.kind === 'again',
  });
}

function parseData<Data>(schema: z.ZodType<Data>, data: unknown, text: string): Data {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  const [first, ...others] = parsed.error.issues;
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  const field = `${first?.path.join('.')}${more}`;
  throw new AppError('SHOPIFY_FAILED', `Shopify’s answer to ${operationName(text)} does not fit its shape: ${field}`);
}

function operationName(text: string): string {
  return /query (\w+)/.exec(text)?.[1] ?? 'a request';
}
