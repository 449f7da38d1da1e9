// Runs one check as the doctor does, and gives its findings as lines.
import { examine } from '../../../local/doctor/examine.ts';
import type { Finding } from '../../../local/doctor/finding.ts';
import { findingLine } from '../../../local/doctor/finding-line.ts';

/** Each line begins with `ok`, `warning` or `fix this`; the check is called `it`. */
export async function lookAt(check: () => Promise<Finding[] | Finding>): Promise<string[]> {
  return (await examine(check)).map((finding) => findingLine('it', finding));
}
