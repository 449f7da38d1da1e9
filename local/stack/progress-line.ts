// How far a run is, as one line.
import type { Counts } from '../../functions/weekly-run/counts.ts';
import type { RunState } from '../../functions/weekly-run/run.ts';

/** The width of the bar in characters. */
const barWidth = 30;

/** Such as `2026-W48 sending  [███████-------] 12/37`; without a bar while nothing is planned. */
export function progressLine(week: string, state: RunState, counts: Counts): string {
  const { planned, pending } = counts;
  if (planned === 0) return `${week} ${state}`;
  const settled = planned - pending;
  const filled = Math.floor((settled / planned) * barWidth);
  return `${week} ${state.padEnd(8)} [${'█'.repeat(filled)}${'-'.repeat(barWidth - filled)}] ${settled}/${planned}`;
}
