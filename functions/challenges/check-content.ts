// Rule: whether content files agree with each other, and with the levels that are there already.
import { contentClashes } from './content-clashes.ts';
import type { Content } from './examine-content.ts';
import type { Level } from './level.ts';
import { refuseFaults } from './refuse-faults.ts';

/** Throws an AppError `BAD_USER_INPUT` that names file and field of each clash. */
export function checkContent(content: Content, knownLevels: Level[]): void {
  refuseFaults(contentClashes(content, knownLevels));
}
