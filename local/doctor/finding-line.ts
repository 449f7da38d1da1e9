// A finding as its line on the screen.
import type { Finding } from './finding.ts';

/** One line: the answer, the check, what was found, and after an arrow what to do. */
export function findingLine(name: string, finding: Finding): string {
  const line = `${finding.answer.padEnd('fix this'.length)}  ${name}: ${finding.found}`;
  return finding.answer === 'ok' ? line : `${line} → ${finding.mend}`;
}
