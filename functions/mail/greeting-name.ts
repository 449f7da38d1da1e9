// The name a mail may call somebody by.
import { plainLine } from './plain-line.ts';

/**
 * A customer's name as one short line, or null where there is none that should be said. Whoever types a customer's name
 * also chooses whose mailbox it lands in, so a name that a mail program would turn into a link or an address is not said.
 */
export function greetingName(...parts: (string | null)[]): string | null {
  const name = plainLine(parts.map((part) => part ?? '').join(' '), nameLengthMax);
  return /[\p{L}\p{N}\p{Emoji}]/u.test(name) && !linkLike.test(name) ? name : null;
}

/** Longer names are cut: enough for nearly everyone's full name, and short enough for one header line. */
const nameLengthMax = 60;

const linkLike = /[/\\@]|www\.|[\p{L}\p{N}][.。．｡][\p{L}\p{N}]{2}/iu;
