// Says what a learner without a level may expect, who came because a mail asked them to find theirs.

/** Null where there is nothing to say: the learner has a level. */
export function describePlacement({ level }: { level: object | null }): string | null {
  // The third week is the weekly plan's rule (functions/weekly-run/plan-mail.ts).
  return level === null
    ? 'The questions that find your level are not open yet. Until they are, you get challenges of the first level, from your third weekly mail on.'
    : null;
}
