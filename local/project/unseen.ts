// Something outside that could not be looked at.
import { LocalError } from '../local-error.ts';

/**
 * Thrown by a reading. `found` says why nothing was seen, `mend` what lets it be seen. The doctor makes a warning of it, no
 * diagnosis; any other command prints both as its one line.
 */
export class Unseen extends LocalError {
  readonly found: string;
  readonly mend: string;

  constructor(found: string, mend: string) {
    super(`${found}. ${mend}`);
    this.found = found;
    this.mend = mend;
  }
}
