// Reads the message of a notification as an event of SES, in either of its two formats.
import { z } from 'zod';
import { mailOfEvent } from '../deliveries/mail-of-event.ts';
import type { SesEvent } from './ses-event.ts';
import { type SesMail, sesMessages } from './ses-message.ts';

/**
 * Takes event publishing (`eventType`, with tags) and identity notifications (`notificationType`). `ignored` are kinds that
 * we do not use, such as Open, and what SES says once of a new topic. `foreign` bears a tag that is no assignment of ours.
 * `unreadable` names the fields that do not fit, and none of their values.
 */
export function readSesEvent(message: string): ReadEvent {
  // Once for each new event destination, and in no JSON.
  if (message.startsWith('Successfully validated SNS topic')) return { kind: 'ignored' };
  const raw = parseJson(message);
  const named = namedSchema.safeParse(raw);
  if (!named.success) return { kind: 'unreadable', fields: ['eventType'] };
  const said = sesMessages.get(named.data);
  if (said === undefined) return { kind: 'ignored' };
  const parsed = said.schema.safeParse(raw);
  if (!parsed.success) return { kind: 'unreadable', fields: parsed.error.issues.map(({ path }) => fieldOf(path)) };
  const { mail, details } = parsed.data;
  const assignmentId = taggedAssignment(mail);
  if (assignmentId !== null && mailOfEvent(assignmentId) === null) return { kind: 'foreign' };
  const { recipients: concerned = mail.destination, isOpposite = false, ...others } = details;
  if (isOpposite) return { kind: 'ignored' };
  return {
    kind: 'event',
    event: {
      kind: said.kind,
      assignmentId,
      sesId: mail.messageId,
      mailAt: mail.timestamp,
      at: mail.timestamp,
      feedbackId: null,
      subType: null,
      ...others,
      // Ours have one recipient. Then it is about that one, whatever a forwarding host says, or a provider that hides
      // who complained.
      recipients: mail.destination.length === 1 ? mail.destination : concerned,
    },
  };
}

export type ReadEvent =
  | { kind: 'event'; event: SesEvent }
  | { kind: 'ignored' | 'foreign' }
  | { kind: 'unreadable'; fields: string[] };

const namedSchema = z
  .object({ eventType: z.string().optional(), notificationType: z.string().optional() })
  .transform(({ eventType, notificationType }) => eventType ?? notificationType)
  .pipe(z.string());

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not an object, so the schema refuses it.
    return undefined;
  }
}

/** Only names that SES could have given: those of tags are the sender's. */
function fieldOf(path: readonly PropertyKey[]): string {
  return path.slice(0, 2).join('.');
}

/** The tag, or where there are only headers the one that the tag may have been given by. */
function taggedAssignment({ tags, headers = [] }: SesMail): string | null {
  if (tags !== undefined) return tags.assignment?.[0] ?? null;
  const header = headers.find(({ name }) => name.toLowerCase() === 'x-ses-message-tags');
  return /(?:^|[,\s])assignment=([^,\s]*)/.exec(header?.value ?? '')?.[1] ?? null;
}
