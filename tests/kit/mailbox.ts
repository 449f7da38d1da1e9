// The mailbox of a local stack, by its own HTTP door.
import type { StoredMail } from '../../local/ses/stored-mail.ts';

export async function mailbox({ sesUrl }: { sesUrl: string }): Promise<StoredMail[]> {
  const response = await fetch(`${sesUrl}/store`);
  return (await response.json()) as StoredMail[];
}

export async function clearMailbox({ sesUrl }: { sesUrl: string }): Promise<void> {
  await fetch(`${sesUrl}/clear`, { method: 'POST' });
}

/** Lower-cased addresses, one for each mail, in order of the alphabet. */
export function recipients(mails: readonly StoredMail[]): string[] {
  return mails.flatMap(({ to }) => to.map((address) => address.toLowerCase())).sort();
}

/** The sign-in token in the link of a mail's button. Throws where there is none. */
export function linkTokenOf({ text }: StoredMail): string {
  const token = /#token=([\w.-]+)/.exec(text)?.[1];
  if (token === undefined) throw new Error('The mail has no link with a token.');
  return token;
}

/** Where a mail program posts to unsubscribe. Throws where the mail does not say. */
export function unsubscribeUrlOf({ headers }: StoredMail): string {
  const url = /^<(http[^>]+)>$/.exec(headers['List-Unsubscribe'] ?? '')?.[1];
  if (url === undefined) throw new Error('The mail has no List-Unsubscribe.');
  return url;
}
