// Why a learner got what they got, as lines for an operator.
import type { Explanation } from '../../functions/weekly-run/explain.ts';

export function explanationLines({ learnerId, week, decision, code, reason, facts }: Explanation): string[] {
  const what = [decision, code].filter((each) => each !== null).join(', ');
  return [
    `${learnerId} in ${week}${what === '' ? '' : `: ${what}`}`,
    reason,
    ...facts.map((fact) => `  ${fact.at?.toISOString() ?? 'now'.padEnd(24)}  ${fact.what}`),
  ];
}
