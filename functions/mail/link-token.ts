// Link tokens: signed, bound to one purpose, and carried by a mail's links.

/** What a link token may be used for, and nothing else. */
export type LinkPurpose = 'sign-in' | 'unsubscribe' | 'undo-unsubscribe';

export type LinkTokens = {
  /** `sign-in` lives 14 days, `undo-unsubscribe` one hour, `unsubscribe` does not expire. */
  sign(purpose: LinkPurpose, learnerId: string): Promise<string>;
  /** The learner's id. Throws AppError `LINK_EXPIRED` or `LINK_INVALID`. */
  verify(purpose: LinkPurpose, token: string): Promise<string>;
};
