// A weekly run as lines for an operator.
import type { Books } from '../../functions/weekly-run/books.ts';
import { estimatedEnd } from '../../functions/weekly-run/estimated-end.ts';
import { reasonSentences } from '../../functions/weekly-run/reason.ts';
import type { Run } from '../../functions/weekly-run/run.ts';
import { countsLine } from '../counts-line.ts';

/** State, why and what to do, books, reasons, pace and cost. */
export function runLines(run: Run, books: Books, now: Date): string[] {
  const end = estimatedEnd(run, books, now);
  const { reads, writes, messages, computeSeconds } = run.cost;
  return [
    `${run.week} ${run.state.toUpperCase()}${run.reason === null ? '' : `: ${run.reason}`}`,
    countsLine(books.counts),
    ...books.reasons.map(({ code, count }) => `  ${code} ${count}: ${reasonSentences[code]}`),
    ...run.notices.map((notice) => `Notice: ${notice}`),
    ...(books.ratePerSecond === null ? [] : [`${books.ratePerSecond.toFixed(1)} mails a second, of late`]),
    ...(end === null ? [] : [`The last mail leaves at about ${end.toISOString().slice(0, 16)}Z.`]),
    ...(run.contentWeeksLeft === null ? [] : [`Weeks of content left to who has the fewest: ${run.contentWeeksLeft}`]),
    `Used: ${reads} reads, ${writes} writes, ${messages} messages, ${Math.round(computeSeconds)} s of functions`,
  ];
}
