// A kept mail as its readers see it: the JSON of GET /store.

export type StoredMail = {
  /** The envelope's recipients, as sent; the MIME header `To` may say something else. */
  to: string[];
  /** The MIME header `From`, decoded; the envelope's sender when the header is absent. */
  from: string;
  subject: string;
  /** Header names as sent, values unfolded and decoded; values of a repeated name are joined by a line break. */
  headers: Record<string, string>;
  tags: Record<string, string>;
  /** Empty when the mail has no such part. */
  text: string;
  html: string;
  messageId: string;
  /** ISO 8601, UTC. */
  receivedAt: string;
};
