// What a run would do, as lines for an operator.
import type { PlanPreview } from '../../functions/weekly-run/plan-preview.ts';
import { reasonSentences } from '../../functions/weekly-run/reason.ts';

/** A line for each decision and reason, the largest first. */
export function planLines({ week, asOf, planHash, counts }: PlanPreview): string[] {
  const sorted = [...counts].sort((a, b) => b.count - a.count);
  return [
    `${week} as of ${asOf.toISOString()}, before Monday’s own sync`,
    ...sorted.map(({ decision, code, count }) => `  ${decision} ${count}: ${code}. ${reasonSentences[code]}`),
    ...(counts.length === 0 ? ['  There is no learner yet.'] : []),
    `plan hash ${planHash}`,
  ];
}
