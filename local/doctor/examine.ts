// One check, to its findings, within bounded time.
import { setTimeout as after } from 'node:timers/promises';
import { AppError } from '../../functions/errors.ts';
import { Unseen } from '../project/unseen.ts';
import { type Finding, finding } from './finding.ts';
import type { GivenParameters } from './given-parameters.ts';

export type ExamineOptions = {
  /** 30 by default. */
  timeoutSeconds?: number;
  /** Nothing is known of their values: that the configuration has none is no fault of theirs. */
  unseenSecrets?: GivenParameters['unseenSecrets'];
};

/** What could not be looked at, or took longer, is a warning that says so; a fault of the check itself is thrown. */
export async function examine(
  check: () => Promise<Finding[] | Finding>,
  { timeoutSeconds = 30, unseenSecrets = [] }: ExamineOptions = {},
): Promise<Finding[]> {
  const ended = new AbortController();
  const late = after(timeoutSeconds * 1000, undefined, { signal: ended.signal }).then(
    () => [
      finding.warning(`not looked at: no answer within ${timeoutSeconds} s`, 'Check the network, then run this again.'),
    ],
    // The check was faster.
    (): Finding[] => [],
  );
  try {
    return await Promise.race([look(check, unseenSecrets), late]);
  } finally {
    ended.abort();
  }
}

async function look(
  check: () => Promise<Finding[] | Finding>,
  unseenSecrets: GivenParameters['unseenSecrets'],
): Promise<Finding[]> {
  try {
    const found = await check();
    return Array.isArray(found) ? found : [found];
  } catch (error) {
    if (error instanceof Unseen) return [finding.warning(`not looked at: ${error.found}`, error.mend)];
    if (!(error instanceof AppError)) throw error;
    const unseen = unseenSecrets.find(({ name }) => error.code === 'MISCONFIGURED' && nameIn(error) === name);
    if (unseen)
      return [finding.warning(`not looked at: ${unseen.name} could not be read: ${unseen.found}`, unseen.mend)];
    const line = error.code === 'MISCONFIGURED' ? 'parameters' : 'Shopify token';
    return [finding.warning(`not looked at: ${error.message}`, `Do what the line “${line}” says first.`)];
  }
}

/** The configuration's messages begin with the parameter's name. */
const nameIn = ({ message }: AppError) => message.split(' ', 1)[0];
