// Greets somebody who is not signed in, and offers a fresh link.
import type { SignedOutReason } from '../page-state.ts';
import { element } from './element.ts';
import { linkForm } from './link-form.ts';

/** @param requestLink mails a link where the address is a learner's; rejects with ApiFailure */
export function signedOutView(reason: SignedOutReason, requestLink: (email: string) => Promise<void>): HTMLElement {
  const { heading, sentence } = MESSAGES[reason];
  const view = element('section', { class: 'message' });
  const askAgain = () => {
    const form = linkForm(requestLink, showSent);
    view.replaceChildren(element('h1', { tabindex: '-1' }, heading), element('p', {}, sentence), form);
  };
  const showSent = () => {
    const again = element('button', { type: 'button', class: 'quiet' }, 'Use another address');
    again.addEventListener('click', () => {
      askAgain();
      view.querySelector('input')?.focus();
    });
    const sent = element('h1', { tabindex: '-1' }, 'Look in your inbox');
    view.replaceChildren(
      sent,
      element('p', {}, 'If that address belongs to a learner, a fresh link arrives in a minute or two.'),
      element(
        'p',
        { class: 'soft' },
        'Nothing there? It may have landed among the spam, or you subscribed with another address.',
      ),
      again,
    );
    sent.focus();
  };
  askAgain();
  return view;
}

const MESSAGES: Record<SignedOutReason, { heading: string; sentence: string }> = {
  stranger: {
    heading: 'One challenge a week, at your level',
    sentence:
      'Sign in with a link: enter the address that you subscribed with and we mail you one. There is no password.',
  },
  expired: {
    heading: 'That link has expired',
    sentence: 'A link from a mail works for two weeks. Enter your address and we mail you a fresh one.',
  },
  invalid: {
    heading: 'That link does not work',
    sentence: 'Perhaps a part of it was cut off on the way. Enter your address and we mail you a fresh one.',
  },
  ended: {
    heading: 'Please sign in again',
    sentence: 'Your session here has ended. Enter your address and we mail you a fresh link.',
  },
  left: {
    heading: 'You are signed out',
    sentence: 'Until next time. The link in your mail brings you back, or we mail you a fresh one.',
  },
};
