// Fires a week in a local stack as Cloud Scheduler does, and gives what came of it.

import type { StoredMail } from '../../local/ses/stored-mail.ts';
import { progress } from '../../local/stack/progress.ts';
import { runWeek } from '../../local/stack/run-week.ts';
import type { Stack } from '../../local/stack/stack.ts';
import { clearMailbox, mailbox } from './mailbox.ts';

/** The run when it has ended, and the mails of it alone: the mailbox is emptied before. */
export async function runStackWeek(
  stack: Stack,
  week: string,
): Promise<Awaited<ReturnType<typeof runWeek>> & { mails: StoredMail[] }> {
  await clearMailbox(stack);
  const run = await runWeek({ ...stack, week, progress: progress({ isTTY: false, write: () => true }) });
  return { ...run, mails: await mailbox(stack) };
}
