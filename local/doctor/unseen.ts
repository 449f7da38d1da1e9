// Something that could not be looked at.

/** Thrown by a reading. The message says why nothing was seen, `mend` what lets it be seen: a warning, not a diagnosis. */
export class Unseen extends Error {
  override readonly name = 'Unseen';
  readonly mend: string;

  constructor(message: string, mend: string) {
    super(message);
    this.mend = mend;
  }
}
