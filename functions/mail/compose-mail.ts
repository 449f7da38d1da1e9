// Composes the weekly mail of one learner, with its signed links and SES tags.
import type { Challenge } from '../challenges/challenge.ts';
import type { Level } from '../challenges/level.ts';
import { AppError } from '../errors.ts';
import type { Learner } from '../learners/learner.ts';
import type { Services } from '../services.ts';
import { asciiDomain } from './ascii-domain.ts';
import { composeMime } from './compose-mime.ts';
import { greetingName } from './greeting-name.ts';
import type { OutgoingMail } from './mailer.ts';
import { type WeeklyMailInput, weeklyMail } from './weekly-mail.ts';

/** Throws an AppError `CONFLICT` where the learner has no address, or a challenge mail no challenge or level. */
export async function composeMail(services: ComposeServices, planned: PlannedContent): Promise<OutgoingMail> {
  const { config } = services;
  const { address, firstName, lastName } = planned.learner.customer;
  if (address === null) throw new AppError('CONFLICT', 'The learner has no address that a mail could go to.');
  const to = asciiDomain(address);
  const content = await contentOf(services, planned);
  const mime = await composeMime({
    from: { name: config.brandName, address: config.mailFrom },
    to: { name: greetingName(firstName, lastName), address: to },
    replyTo: config.mailReplyTo,
    content: weeklyMail(content),
    unsubscribeUrl: content.unsubscribeUrl,
  });
  return { to, mime, tags: tagsOf(planned) };
}

export type ComposeServices = Pick<Services, 'config' | 'linkTokens'>;

export type PlannedContent = {
  kind: 'challenge' | 'questionnaire';
  learner: Learner;
  week: string;
  /** Null in a questionnaire mail, as is the level. */
  challenge: Challenge | null;
  level: Level | null;
  /** Adds the questionnaire's link to a challenge mail. */
  questionnaireReminder: boolean;
};

async function contentOf(
  { config, linkTokens }: ComposeServices,
  { kind, learner, week, challenge, level, questionnaireReminder }: PlannedContent,
): Promise<WeeklyMailInput> {
  const tokens = await linkTokens();
  const signIn = await tokens.sign('sign-in', learner.id);
  const questionnaireUrl = `${config.publicUrl}/#token=${signIn}`;
  const common = {
    firstName: learner.customer.firstName,
    unsubscribeUrl: `${config.publicUrl}/unsubscribe?token=${await tokens.sign('unsubscribe', learner.id)}`,
    brandName: config.brandName,
    postalAddress: config.postalAddress,
  };
  if (kind === 'questionnaire') return { ...common, kind, buttonUrl: questionnaireUrl };
  if (challenge === null || level === null) {
    throw new AppError('CONFLICT', 'A challenge mail needs its challenge and level.');
  }
  return {
    ...common,
    kind,
    buttonUrl: `${config.publicUrl}/week/${week}#token=${signIn}`,
    levelName: level.name,
    isTheirLevel: learner.levelId === level.id,
    title: challenge.title,
    bodyHtml: challenge.bodyHtml,
    bodyText: challenge.bodyText,
    questionnaireUrl: questionnaireReminder ? questionnaireUrl : null,
  };
}

// The feedback ids are what Gmail's Postmaster Tools groups complaints by.
function tagsOf({ kind, week, learner }: PlannedContent): Record<string, string> {
  return {
    assignment: `${week}_${learner.id}`,
    run: week,
    'ses:feedback-id-a': kind === 'questionnaire' ? 'questionnaire' : 'weekly',
    'ses:feedback-id-b': week.toLowerCase().replace('-', ''),
  };
}
