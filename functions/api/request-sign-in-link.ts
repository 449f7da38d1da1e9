// Asks for a mail with a sign-in link.
import { z } from 'zod';
import { messages } from '../messages.ts';
import { parseArgument } from '../parse-argument.ts';
import type { Services } from '../services.ts';

/**
 * Publishes one message for every address of the right form and gives true: neither the answer nor the time it takes
 * tells whether the address is a learner's. Throws `BAD_USER_INPUT` where it is no address.
 */
export async function requestSignInLink({ queue }: Services, email: string): Promise<true> {
  const address = parseArgument('email', addressSchema, email);
  await (await queue()).publish(messages.sendSignInLink, { email: address });
  return true;
}

/** 254 characters: what fits an SMTP path (RFC 5321 §4.5.3.1.3, erratum 1690). */
const addressSchema = z
  .string()
  .trim()
  .max(254, 'must be an e-mail address of at most 254 characters')
  .pipe(z.email({ error: 'must be an e-mail address such as ada@example.com', pattern: z.regexes.html5Email }));
