// The way out to Amazon SES, as the rest of the system sees it.

/** One mail to one address, ready to hand over. */
export type OutgoingMail = {
  to: string;
  /** The whole message: RFC 5322 headers and body, 7-bit. */
  mime: Uint8Array;
  /** Message tags: letters, digits, `_` and `-` only, also `ses:feedback-id-a` and `-b`. */
  tags: Record<string, string>;
};

/** What became of one hand-over. `error` is SES's own error name, never its message. */
export type SendOutcome =
  | { kind: 'accepted'; sesId: string }
  /** Surely not sent; the same mail may be tried again. */
  | { kind: 'unsent'; because: 'rate' | 'daily-quota' | 'network' | 'overloaded'; error: string }
  /** Surely not sent, and never will be. */
  | { kind: 'refused'; code: 'ADDRESS_REFUSED' | 'MESSAGE_REFUSED'; error: string }
  /** Surely not sent; nothing will be until somebody mends the account. `fix` says what to do. */
  | { kind: 'account'; error: string; fix: string }
  /** Nobody knows. */
  | { kind: 'unknown'; error: string };

/** What the account may send (SES GetSendQuota). */
export type SendQuota = {
  /** Recipients a second. */
  maxSendRate: number;
  /** Recipients in a rolling 24 h; null is no limit. */
  max24HourSend: number | null;
  sentLast24Hours: number;
};

export type QuotaOutcome =
  | { kind: 'quota'; quota: SendQuota }
  | { kind: 'account'; error: string; fix: string }
  | { kind: 'unavailable'; error: string };

/** Hands mails to SES. Never throws, never retries, never deduplicates: SES does not either. */
export type Mailer = {
  send(mail: OutgoingMail): Promise<SendOutcome>;
  quota(): Promise<QuotaOutcome>;
};
