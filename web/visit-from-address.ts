// Reads out of the address what its visitor wants to see.
import { weekFromPath } from './week-from-path.ts';

export function visitFromAddress({ pathname, hash }: { pathname: string; hash: string }): {
  week: string | null;
  questions: boolean;
} {
  return { week: weekFromPath(pathname), questions: hash === '#questions' };
}
