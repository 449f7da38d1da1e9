// The weekly mail of one content, composed once and filled for each learner.
import { randomUUID } from 'node:crypto';
import type { Config } from '../config.ts';
import type { MimeInput } from './compose-mime.ts';
import { escapeHtml } from './escape-html.ts';
import { greetedAs } from './greeted-as.ts';
import { mimeTemplate } from './mime-template.ts';
import { type ChallengeMailInput, weeklyMail } from './weekly-mail.ts';

/** What differs from learner to learner. */
export type WeeklyFilling = {
  /** Both untrusted. */
  to: MimeInput['to'];
  /** As Shopify holds it, untrusted. */
  firstName: string | null;
  buttonUrl: string;
  unsubscribeUrl: string;
  /** Used only where the template reminds of the questionnaire. */
  questionnaireUrl: string;
};

/** What a mail is about; the questionnaire's has no challenge. */
export type WeeklyContent =
  | { kind: 'questionnaire' }
  | ({ kind: 'challenge'; questionnaireReminder: boolean } & Pick<
      ChallengeMailInput,
      'levelName' | 'isTheirLevel' | 'title' | 'bodyHtml' | 'bodyText'
    >);

export type WeeklyTemplate = { fill(filling: WeeklyFilling): Uint8Array };

/** Filled, it is what `composeMime` makes of `weeklyMail`. */
export async function weeklyTemplate(config: TemplateConfig, content: WeeklyContent): Promise<WeeklyTemplate> {
  // Nobody who writes a challenge can know these words.
  const secret = randomUUID().replaceAll('-', '');
  const slots = { name: `name${secret}`, button: `button${secret}`, leave: `leave${secret}`, ask: `ask${secret}` };
  const common = {
    firstName: slots.name,
    buttonUrl: slots.button,
    unsubscribeUrl: slots.leave,
    brandName: config.brandName,
    postalAddress: config.postalAddress,
  };
  const words = weeklyMail(
    content.kind === 'questionnaire'
      ? { ...common, kind: content.kind }
      : { ...common, ...content, questionnaireUrl: content.questionnaireReminder ? slots.ask : null },
  );
  const template = await mimeTemplate({
    from: { name: config.brandName, address: config.mailFrom },
    replyTo: config.mailReplyTo,
    content: words,
    slots: Object.values(slots),
  });
  return {
    fill({ to, firstName, buttonUrl, unsubscribeUrl, questionnaireUrl }) {
      const text = {
        [slots.name]: greetedAs(firstName),
        [slots.button]: buttonUrl,
        [slots.leave]: unsubscribeUrl,
        [slots.ask]: questionnaireUrl,
      };
      const html = Object.fromEntries(Object.entries(text).map(([slot, value]) => [slot, escapeHtml(value)]));
      return template.fill({ to, unsubscribeUrl, text, html });
    },
  };
}

export type TemplateConfig = Pick<Config, 'brandName' | 'mailFrom' | 'mailReplyTo' | 'postalAddress'>;
