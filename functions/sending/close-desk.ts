// Writes what a batch's desk still holds.
import type { BatchDesk } from './batch-desk.ts';

/** Tries of the write that closes a batch. */
const writesMax = 3;

/** `lost`: the lease is another's. Throws where it cannot be written: then what was in flight is unknown to the next sender. */
export async function closeDesk(desk: BatchDesk): Promise<'lost' | null> {
  for (let attempt = 1; desk.isDirty(); attempt += 1) {
    const written = await desk.write([], []);
    if (written === 'lost') return 'lost';
    if (written === 'refused' && attempt >= writesMax) throw new Error('The outcomes of a batch could not be written.');
  }
  return null;
}
