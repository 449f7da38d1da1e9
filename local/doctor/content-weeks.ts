// Check: there is content for the weeks to come.
import { type Finding, finding } from './finding.ts';
import type { Patient } from './patient.ts';

/** Weeks below which there is no time left, and below which it is time to write: the content check asks for 8 as well. */
const weeksMin = { fix: 3, warning: 8 };

/** A learner gets one challenge a week and none twice, so a level has as many weeks as published challenges. */
export async function contentWeeks({
  project,
  weeksByLevel,
}: Pick<Patient, 'project' | 'weeksByLevel'>): Promise<Finding[]> {
  const push = project === undefined ? '' : ` -- push --project ${project}`;
  const mend = `Write challenges into content/challenges/<level>/, then npm run content${push || ' -- check'}`;
  const levels = [...(await weeksByLevel())];
  if (levels.length === 0) return [finding.fixThis('there is no level', `Write one into content/levels/. ${mend}`)];
  const low = levels.flatMap(([level, weeks]) => {
    const found = `the level ${level} has challenges for ${weeks} week${weeks === 1 ? '' : 's'}`;
    if (weeks < weeksMin.fix) return [finding.fixThis(found, mend)];
    return weeks < weeksMin.warning ? [finding.warning(found, mend)] : [];
  });
  if (low.length > 0) return low;
  const least = Math.min(...levels.map(([, weeks]) => weeks));
  return [finding.ok(`each of ${levels.length} levels has challenges for ${least} weeks or more`)];
}
