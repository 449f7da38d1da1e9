// The faults that a test or a person switches on: which, with what, and how many times more.
import { z } from 'zod';

const times = z.int().min(1).optional();
const plain = z.strictObject({ times }).optional();

/** Each fault meets `times` requests that it can meet, then is over; without `times` it stays until cleared. */
const faultsSchema = z.strictObject({
  /** HTTP 200 with `THROTTLED`, although the bucket is not empty. */
  throttled: plain,
  /** With `Retry-After: 2.0`. */
  status429: plain,
  status500: plain,
  status502: plain,
  /** 401, and every token given out so far is revoked; a new one works. */
  unauthorized: plain,
  /** A page of segment members loses its second half and says that it is the last. */
  truncatedWalk: plain,
  /** These customers are in no segment and no search, but `customer(id)` finds them. */
  laggingIndex: z.strictObject({ times, customers: z.array(z.int().positive()).min(1) }).optional(),
  /** The header `X-Shopify-API-Version` says `version`, `2027-01` when absent. */
  wrongVersion: z.strictObject({ times, version: z.string().optional() }).optional(),
  /** `extensions.search` says that a field was ignored. */
  searchWarning: plain,
  /** A row without `marketingState` (when absent), or a row that is null. */
  malformed: z.strictObject({ times, kind: z.enum(['missingMarketingState', 'nullNode']).optional() }).optional(),
  /** Milliseconds before the answer. */
  delay: z.strictObject({ times, ms: z.int().min(0).max(600_000) }).optional(),
});

export type Faults = z.infer<typeof faultsSchema>;

export type FaultSwitches = {
  /** Replaces all faults; `{}` clears them. Throws a ZodError that names the field. */
  set(faults: unknown): void;
  /** What is still switched on, with the `times` that remain. */
  all(): Faults;
  /** The fault if it is on, using up one of its times. */
  take<Name extends keyof Faults>(name: Name): Faults[Name];
};

/** All faults off. */
export function faultSwitches(): FaultSwitches {
  let current: Faults = {};
  return {
    set(faults) {
      current = faultsSchema.parse(faults);
    },
    all: () => structuredClone(current),
    take(name) {
      const fault = current[name];
      if (fault?.times === 1) delete current[name];
      else if (fault?.times !== undefined) current = { ...current, [name]: { ...fault, times: fault.times - 1 } };
      return fault;
    },
  };
}
