// Reads one address of SNS.
import type { Clock } from '../clock.ts';
import { AppError } from '../errors.ts';

/**
 * Status and text of the answer; no redirect is followed. Asks again, up to three times, where none came or SNS was at
 * fault; then throws a retryable AppError `OVERLOADED`. Never asks an address that the caller has not checked.
 */
export function snsGet(clock: Clock, options: SnsGetOptions = {}): SnsGet {
  const { timeoutMilliseconds = 3_000, random = Math.random } = options;
  return async (url) => {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await askOnce(url, timeoutMilliseconds);
      if (typeof answer !== 'string') return answer;
      if (attempt === triesMax)
        throw new AppError('OVERLOADED', `SNS did not answer (${answer}).`, { retryable: true });
      await clock.sleep(backoffMilliseconds * attempt * random());
    }
  };
}

export type SnsGet = (url: string) => Promise<{ status: number; text: string }>;

export type SnsGetOptions = {
  /** Of one try, with the reading of the answer. */
  timeoutMilliseconds?: number;
  /** In [0, 1), for the jitter of waits. */
  random?: () => number;
};

/** Three tries of 3 s each and their waits end before the 15 s after which SNS gives up on us. */
const triesMax = 3;
const backoffMilliseconds = 500;
/** A certificate of SNS has about 2,000 bytes. */
const answerBytesMax = 16_384;

/** The answer; or, in a word or two, why it is none. */
async function askOnce(url: string, timeoutMilliseconds: number): Promise<{ status: number; text: string } | string> {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(timeoutMilliseconds) });
    const text = await readText(response);
    const isTheirFault = response.status >= 500 || response.status === 429 || response.status === 408;
    if (isTheirFault) return `HTTP ${response.status}`;
    return text === null ? 'too long an answer' : { status: response.status, text };
  } catch (error) {
    return error instanceof Error ? error.name : 'no answer';
  }
}

/** Null where it is longer than any answer of SNS. */
async function readText(response: Response): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > answerBytesMax) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
