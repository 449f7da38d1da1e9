// Shows how things stand with the weekly mail, and lets the learner change it.
import { describeMail, type MailChange } from '../describe-mail.ts';
import type { MailPreferencePartsFragment } from '../generated/graphql.ts';
import { element } from './element.ts';

/** @param change sends it and hands back how things stand now; rejects with ApiFailure */
export function mailSection(mail: MailPreferencePartsFragment, change: ChangeMail): HTMLElement {
  const sentence = element('p', { tabindex: '-1' });
  const changes = element('div', { class: 'mail-changes' });
  const trouble = element('p', { class: 'mail-trouble', role: 'alert' });
  const heading = element('h2', { id: 'mail-heading' }, 'Your weekly mail');
  const section = element(
    'section',
    { class: 'mail', 'aria-labelledby': 'mail-heading' },
    heading,
    sentence,
    changes,
    trouble,
  );

  const show = (present: MailPreferencePartsFragment) => {
    const description = describeMail(present);
    sentence.textContent = description.sentence;
    changes.replaceChildren(...description.changes.map((name) => CONTROLS[name](press)));
  };
  const press: Press = async (name, weeks) => {
    if (section.ariaBusy === 'true') return;
    section.ariaBusy = 'true';
    trouble.textContent = '';
    for (const button of changes.querySelectorAll('button')) button.ariaDisabled = 'true';
    try {
      show(await change(name, weeks));
      // The pressed button is gone, so the new sentence is the place to go on from, and it is read aloud.
      sentence.focus();
    } catch {
      trouble.textContent = 'That did not work, and nothing has changed. Please try again.';
      for (const button of changes.querySelectorAll('button')) button.ariaDisabled = 'false';
    } finally {
      section.ariaBusy = 'false';
    }
  };
  show(mail);
  return section;
}

/** `weeks` counts only for a pause. */
export type ChangeMail = (name: MailChange, weeks: number) => Promise<MailPreferencePartsFragment>;

type Press = (name: MailChange, weeks: number) => void;

const CONTROLS: Record<MailChange, (press: Press) => HTMLElement> = {
  pause: (press) =>
    element(
      'fieldset',
      {},
      element('legend', {}, 'Pause it for'),
      ...[1, 2, 4].map((weeks) => control(weeks === 1 ? '1 week' : `${weeks} weeks`, () => press('pause', weeks))),
    ),
  resume: (press) => control('Start again now', () => press('resume', 0)),
  resubscribe: (press) => control('Send it to me again', () => press('resubscribe', 0)),
  unsubscribe: (press) => control('Unsubscribe', () => press('unsubscribe', 0)),
};

function control(text: string, act: () => void): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'quiet' }, text);
  button.addEventListener('click', act);
  return button;
}
