// What the outcome of one mail means for the mails after it.
import type { SendOutcome } from '../mail/mailer.ts';
import { pauseByItself } from '../weekly-run/pause-by-itself.ts';
import type { Course } from './course.ts';
import type { Sender } from './sender.ts';

/** An account-level refusal pauses the run, and the end of the day's quota lets it rest: no further mail leaves. */
export async function digestOutcome(sender: Sender, course: Course, outcome: SendOutcome): Promise<void> {
  if (outcome.kind === 'account') {
    course.halt('paused');
    await pauseByItself(sender.services, sender.week, `Amazon SES: ${outcome.error}. ${outcome.fix}`);
  } else if (outcome.kind === 'unsent') {
    if (outcome.because === 'daily-quota') course.halt('resting');
    else sender.bucket.slowDown();
  }
}
