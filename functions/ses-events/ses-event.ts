// Type: one event of SES about one mail, the same whichever format it came in.

export type SesEvent = {
  kind: SesEventKind;
  /** The tag `assignment`, `<week>_<learnerId>`; null where the format carries no tags. */
  assignmentId: string | null;
  /** What SendRawEmail answered. */
  sesId: string;
  /** When SES took the mail. */
  mailAt: Date;
  /** When it happened; `mailAt` for the kinds that have no time of their own: send, reject and renderingFailure. */
  at: Date;
  /** Bounces and complaints have one. */
  feedbackId: string | null;
  /** Only of a bounce. */
  bounce?: { kind: BounceKind; subType: string };
  /** SES's own word: bounceSubType, complaintSubType or delayType; null where there is none. */
  subType: string | null;
  /** The addresses it is about, never logged: those that bounced, complained, wait or got it; else the mail's. */
  recipients: string[];
};

export type SesEventKind =
  | 'send'
  | 'delivery'
  | 'bounce'
  | 'complaint'
  | 'reject'
  | 'renderingFailure'
  | 'deliveryDelay';

export type BounceKind = 'PERMANENT' | 'TRANSIENT' | 'UNDETERMINED';
