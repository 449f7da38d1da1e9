// The weekly mail's words: a challenge, or the questionnaire for who has no level yet.
import { escapeHtml } from './escape-html.ts';
import { fillTemplate } from './fill-template.ts';
import { type WeeklyMailSlot, weeklyMailHtml } from './generated/weekly-mail.ts';
import { greetedAs } from './greeted-as.ts';
import { plainLine } from './plain-line.ts';

/** Subject, preview line, and both parts of one weekly mail, made from the same data. */
export function weeklyMail(input: WeeklyMailInput): ComposedContent {
  const words = input.kind === 'challenge' ? challengeWords(input) : questionnaireWords(input);
  const name = greetedAs(input.firstName);
  return {
    subject: words.subject,
    preheader: words.preheader,
    html: fillTemplate<WeeklyMailSlot>(weeklyMailHtml, {
      brand: input.brandName,
      postalAddress: input.postalAddress,
      unsubscribeUrl: input.unsubscribeUrl,
      buttonUrl: input.buttonUrl,
      name,
      preheader: words.preheader,
      eyebrow: words.eyebrow,
      heading: words.heading,
      bodyHtml: words.bodyHtml,
      buttonLabel: words.buttonLabel,
      afterButtonHtml: [...words.reminderHtml, escapeHtml(linkNote)].join('<br><br>'),
    }),
    text: [
      `Hello ${name},`,
      `${words.eyebrow}\n${words.heading}\n${'-'.repeat(Math.min(words.heading.length, 60))}`,
      words.bodyText.trim(),
      `${words.buttonLabel}:\n${input.buttonUrl}`,
      ...words.reminderText,
      linkNote,
      `-- \nYou get this mail because you have ${input.brandName} and agreed to mail from the shop. It comes once a week.`,
      `Unsubscribe, and no weekly mail comes again:\n${input.unsubscribeUrl}`,
      `${input.brandName} · ${input.postalAddress}\n`,
    ].join('\n\n'),
  };
}

type Common = {
  /** As Shopify holds it, untrusted. */
  firstName: string | null;
  /** Signs the learner in. */
  buttonUrl: string;
  unsubscribeUrl: string;
  brandName: string;
  postalAddress: string;
};

export type ChallengeMailInput = Common & {
  kind: 'challenge';
  levelName: string;
  /** Whether the learner stands on that level. */
  isTheirLevel: boolean;
  title: string;
  /** Rendered and sanitised when the challenge was published. */
  bodyHtml: string;
  bodyText: string;
  /** Set where the learner has left the questionnaire unanswered: its link is added. */
  questionnaireUrl: string | null;
};

export type WeeklyMailInput = ChallengeMailInput | (Common & { kind: 'questionnaire' });

export type ComposedContent = { subject: string; preheader: string; html: string; text: string };

type Words = {
  subject: string;
  preheader: string;
  eyebrow: string;
  heading: string;
  bodyHtml: string;
  bodyText: string;
  buttonLabel: string;
  reminderHtml: string[];
  reminderText: string[];
};

const linkNote =
  'The link signs you in for 14 days. Whoever has it can answer as you, so please do not forward this mail.';
const reminder =
  'This is a challenge of the first level, because we do not know yours yet. A few short questions find the one that fits:';

function challengeWords(input: ChallengeMailInput): Words {
  const title = plainLine(input.title, 120);
  const url = input.questionnaireUrl;
  return {
    subject: `This week: ${title}`,
    preheader: plainLine(input.bodyText, 110),
    eyebrow: `${input.isTheirLevel ? 'Your level' : 'Level'}: ${plainLine(input.levelName, 80)}`,
    heading: title,
    bodyHtml: input.bodyHtml,
    bodyText: input.bodyText,
    buttonLabel: 'Answer this challenge',
    reminderHtml: url === null ? [] : [`${escapeHtml(reminder)} <a href="${escapeHtml(url)}">find my level</a>.`],
    reminderText: url === null ? [] : [`${reminder}\n${url}`],
  };
}

function questionnaireWords(input: Common): Words {
  const paragraphs = [
    'Welcome! Once a week we send you one challenge: something to think about, answer, and grow with.',
    'So that yours is neither too easy nor too hard, please answer a few short questions first. They find the level you start from; from there you climb at your own pace.',
  ];
  return {
    subject: `Where do you start? A few questions from ${plainLine(input.brandName, 80)}`,
    preheader: 'A few short questions, and each week brings a challenge that fits you.',
    eyebrow: 'Before the first challenge',
    heading: 'Find your level',
    bodyHtml: paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join(''),
    bodyText: paragraphs.join('\n\n'),
    buttonLabel: 'Find my level',
    reminderHtml: [],
    reminderText: [],
  };
}
