// The books of a run, read once for all fields of a request.
import type { Services } from '../functions/services.ts';
import type { Books } from '../functions/weekly-run/books.ts';
import type { Run } from '../functions/weekly-run/run.ts';

/** Read once for each run that was read, so that counts and reasons are of the same moment. */
export function runBooks(services: Services, run: Run): Promise<Books> {
  const known = booksOf.get(run);
  if (known !== undefined) return known;
  const reading = run.books
    ? Promise.resolve(run.books)
    : services.stores().then(({ batches }) => batches.books(run.week));
  booksOf.set(run, reading);
  return reading;
}

const booksOf = new WeakMap<Run, Promise<Books>>();
