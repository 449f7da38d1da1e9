// Use case: an editor has the mail of a challenge sent to themselves.
import { z } from 'zod';
import type { Session } from '../api/viewer.ts';
import { levelOfChallenge } from '../challenges/level-of-challenge.ts';
import { noSuchChallenge } from '../challenges/no-such-challenge.ts';
import { slugSchema } from '../challenges/slug-schema.ts';
import { AppError } from '../errors.ts';
import { parseArgument } from '../parse-argument.ts';
import type { Services } from '../services.ts';
import { weekOf } from '../week.ts';
import type { SendOutcome } from './mailer.ts';

/**
 * Sends one mail and gives true once SES has it; also of a challenge that is not published. Only the editor's own verified
 * address and those of TEST_MAIL_ADDRESSES are mailed, and none that bounced or complained. Throws `BAD_USER_INPUT`,
 * `NOT_FOUND`, and `OVERLOADED` where SES did not take the mail, or nobody knows: the message says which.
 */
export async function sendTestMail(services: Services, mail: TestMailRequest): Promise<true> {
  const challengeId = parseArgument('challengeId', slugSchema, mail.challengeId);
  const key = parseArgument('to', addressSchema, mail.to).toLowerCase();
  const { content, suppressions } = await services.stores();
  const { config } = services;
  // Mailed as it is written there: to some servers the case of a local part makes another mailbox (RFC 5321 §2.4).
  const to = [mail.session.verifiedEmail, ...config.testMailAddresses].find((each) => each?.toLowerCase() === key);
  if (!to) throw refused('to must be the verified address that you signed in with, or one of TEST_MAIL_ADDRESSES.');
  const suppression = (await suppressions.getAll([key])).get(key);
  if (suppression !== undefined && suppression.reason !== 'UNSUBSCRIBED')
    throw refused('to must be an address that takes mail: to this one a mail bounced, or was complained about.');
  const challenge = await content.challenge(challengeId);
  if (challenge === null) throw noSuchChallenge();

  const level = await levelOfChallenge(services, challenge);
  const week = weekOf(services.clock.now(), config.timeZone);
  // Loaded when needed: the API's other answers need no MIME.
  const { composeTestMail } = await import('./compose-test-mail.ts');
  const outgoing = await composeTestMail(config, { to, challenge, level, week });
  const failure = failureOf(await (await services.mailer()).send(outgoing));
  if (failure !== null) throw failure;
  return true;
}

export type TestMailRequest = { challengeId: string; to: string; session: Pick<Session, 'verifiedEmail'> };

/** 254 characters: what fits an SMTP path (RFC 5321 §4.5.3.1.3, erratum 1690). */
const addressSchema = z
  .string()
  .trim()
  .max(254, 'must be an e-mail address of at most 254 characters')
  .pipe(z.email({ error: 'must be an e-mail address such as ada@example.com', pattern: z.regexes.html5Email }));

/** What SES's own names say is told whole: it is an editor who asks, and nothing of a person is in them. */
function failureOf(outcome: SendOutcome): AppError | null {
  switch (outcome.kind) {
    case 'accepted':
      return null;
    case 'refused':
      return outcome.code === 'ADDRESS_REFUSED'
        ? refused(`to must be an address that Amazon SES takes (${outcome.error}).`)
        : refused(`challengeId must be of a challenge whose mail Amazon SES takes (${outcome.error}).`);
    case 'unsent':
      return overloaded(`The mail was not sent (${outcome.error}). Try again in a minute.`, true);
    case 'account':
      return overloaded(`The mail was not sent: Amazon SES takes none now (${outcome.error}). ${outcome.fix}`, false);
    case 'unknown':
      return overloaded(
        `The mail may have been sent, or not (${outcome.error}). Look into the mailbox before you send it again.`,
        false,
      );
  }
}

function refused(message: string): AppError {
  return new AppError('BAD_USER_INPUT', message);
}

function overloaded(message: string, retryable: boolean): AppError {
  return new AppError('OVERLOADED', message, { retryable });
}
