// Composes the weekly mail of one learner, with its signed links and SES tags.
import type { Challenge } from '../challenges/challenge.ts';
import type { Level } from '../challenges/level.ts';
import { AppError } from '../errors.ts';
import type { Learner } from '../learners/learner.ts';
import type { Services } from '../services.ts';
import { asciiDomain } from './ascii-domain.ts';
import { greetingName } from './greeting-name.ts';
import type { OutgoingMail } from './mailer.ts';
import type { WeeklyContent } from './weekly-template.ts';
import { type WeeklyTemplates, weeklyTemplates } from './weekly-templates.ts';

/**
 * `templates` are those of the sender: a content is composed once and filled for each learner. Throws an AppError
 * `CONFLICT` where the learner has no address, or a challenge mail no challenge or level.
 */
export async function composeMail(
  services: ComposeServices,
  planned: PlannedContent,
  templates: WeeklyTemplates = weeklyTemplates(services.config),
): Promise<OutgoingMail> {
  const { publicUrl } = services.config;
  const { kind, learner, week } = planned;
  const { address, firstName, lastName } = learner.customer;
  if (address === null) throw new AppError('CONFLICT', 'The learner has no address that a mail could go to.');
  const to = asciiDomain(address);
  const template = await templates.get(...contentOf(planned));
  const tokens = await services.linkTokens();
  const signIn = await tokens.sign('sign-in', learner.id);
  const questionnaireUrl = `${publicUrl}/#token=${signIn}`;
  const mime = template.fill({
    to: { name: greetingName(firstName, lastName), address: to },
    firstName,
    buttonUrl: kind === 'questionnaire' ? questionnaireUrl : `${publicUrl}/week/${week}#token=${signIn}`,
    unsubscribeUrl: `${publicUrl}/unsubscribe?token=${await tokens.sign('unsubscribe', learner.id)}`,
    questionnaireUrl,
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

/** A key that is another's only where the mails are alike, and the content. */
function contentOf({
  kind,
  learner,
  challenge,
  level,
  questionnaireReminder,
}: PlannedContent): [string, () => WeeklyContent] {
  if (kind === 'questionnaire') return [kind, () => ({ kind })];
  if (challenge === null || level === null) {
    throw new AppError('CONFLICT', 'A challenge mail needs its challenge and level.');
  }
  const { title, bodyHtml, bodyText } = challenge;
  const variant = { levelName: level.name, isTheirLevel: learner.levelId === level.id, questionnaireReminder };
  const key = JSON.stringify([challenge.id, challenge.revision, variant]);
  return [key, () => ({ kind, ...variant, title, bodyHtml, bodyText })];
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
