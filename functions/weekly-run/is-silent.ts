// Rule: whether an event of an unknown mail would have come by now.

/** SNS tries a delivery again for an hour at most; what it gave up then is sent again by hand (architecture §5.5). */
const graceHours = 6;

/** `at` is when the mail's outcome was booked as unknown. */
export function isSilent({ at }: { at: Date }, now: Date): boolean {
  return now.getTime() - at.getTime() >= graceHours * 3_600_000;
}
