// One check, to its findings, within bounded time.
import { setTimeout as after } from 'node:timers/promises';
import { AppError } from '../../functions/errors.ts';
import { Unseen } from '../project/unseen.ts';
import { type Finding, finding } from './finding.ts';

/** What could not be looked at, or took longer, is a warning that says so; a fault of the check itself is thrown. */
export async function examine(check: () => Promise<Finding[] | Finding>, timeoutSeconds = 30): Promise<Finding[]> {
  const ended = new AbortController();
  const late = after(timeoutSeconds * 1000, undefined, { signal: ended.signal }).then(
    () => [
      finding.warning(`not looked at: no answer within ${timeoutSeconds} s`, 'Check the network, then run this again.'),
    ],
    // The check was faster.
    (): Finding[] => [],
  );
  try {
    return await Promise.race([look(check), late]);
  } finally {
    ended.abort();
  }
}

async function look(check: () => Promise<Finding[] | Finding>): Promise<Finding[]> {
  try {
    const found = await check();
    return Array.isArray(found) ? found : [found];
  } catch (error) {
    if (error instanceof Unseen) return [finding.warning(`not looked at: ${error.found}`, error.mend)];
    if (!(error instanceof AppError)) throw error;
    const line = error.code === 'MISCONFIGURED' ? 'parameters' : 'Shopify token';
    return [finding.warning(`not looked at: ${error.message}`, `Do what the line “${line}” says first.`)];
  }
}
