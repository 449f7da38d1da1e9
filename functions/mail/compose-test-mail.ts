// Composes the weekly mail of a challenge as a learner would get it, for an editor to look at.
import type { Challenge } from '../challenges/challenge.ts';
import type { Level } from '../challenges/level.ts';
import type { Config } from '../config.ts';
import { asciiDomain } from './ascii-domain.ts';
import { composeMime } from './compose-mime.ts';
import type { OutgoingMail } from './mailer.ts';
import { weeklyMail } from './weekly-mail.ts';

/**
 * Its links carry no token, so they sign nobody in and unsubscribe nobody; it holds nothing of a learner, and is no mail of
 * the list. The subject begins with `[Test]`.
 */
export async function composeTestMail(config: Config, test: TestMail): Promise<OutgoingMail> {
  const { challenge, level, week } = test;
  const content = weeklyMail({
    kind: 'challenge',
    firstName: null,
    buttonUrl: `${config.publicUrl}/week/${week}`,
    unsubscribeUrl: `${config.publicUrl}/unsubscribe`,
    brandName: config.brandName,
    postalAddress: config.postalAddress,
    levelName: level.name,
    isTheirLevel: true,
    title: challenge.title,
    bodyHtml: challenge.bodyHtml,
    bodyText: challenge.bodyText,
    questionnaireUrl: null,
  });
  const to = asciiDomain(test.to);
  const mime = await composeMime({
    from: { name: config.brandName, address: config.mailFrom },
    to: { name: null, address: to },
    replyTo: config.mailReplyTo,
    content: { ...content, subject: `[Test] ${content.subject}` },
    unsubscribeUrl: null,
  });
  return { to, mime, tags: { 'ses:feedback-id-a': 'test' } };
}

export type TestMail = { to: string; challenge: Challenge; level: Level; week: string };
