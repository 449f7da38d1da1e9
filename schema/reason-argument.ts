// Why an operator stops a run, in their own words.
import { z } from 'zod';
import { parseArgument } from '../functions/parse-argument.ts';

/** 1 to 500 characters, trimmed. Throws `BAD_USER_INPUT`. */
export function reasonArgument({ reason }: { reason: string }): string {
  return parseArgument('reason', reasonSchema, reason);
}

const error = 'must say why in 1 to 500 characters, such as "wrong challenge published"';
const reasonSchema = z.string().trim().min(1, { error }).max(500, { error });
