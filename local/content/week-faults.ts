// Rule: whether each level has challenges for weeks to come.
import type { ContentFault } from '../../functions/challenges/refuse-faults.ts';

/**
 * By the files that are there, whatever is in them. `empty`: levels without any challenge. `few`: levels whose learners
 * would soon have had them all.
 */
export function weekFaults(paths: string[]): { empty: ContentFault[]; few: ContentFault[] } {
  const all = [...new Set(paths)];
  const counts = all.flatMap((path) => {
    const id = /^levels\/([^/]+)\.md$/.exec(path)?.[1];
    const isIts = (other: string) => other.startsWith(`challenges/${id}/`) && other.endsWith('.md');
    return id === undefined ? [] : [{ id, count: all.filter(isIts).length }];
  });
  const fault = (id: string, message: string): ContentFault => ({ path: `levels/${id}.md`, field: [], message });
  return {
    empty: counts
      .filter(({ count }) => count === 0)
      .map(({ id }) => fault(id, `the level has no challenge: write one in challenges/${id}/`)),
    few: counts
      .filter(({ count }) => count > 0 && count < weeksMin)
      .map(({ id, count }) =>
        fault(
          id,
          `the level has content for ${count} of ${weeksMin} weeks: challenges still to write: ${weeksMin - count}`,
        ),
      ),
  };
}

/** A creator who is away for eight weeks leaves nobody without a challenge. */
const weeksMin = 8;
