// The form that asks for a fresh sign-in link.
import { ApiFailure } from '../api-failure.ts';
import { describeWait } from '../describe-wait.ts';
import { element } from './element.ts';

/** `sent` is called after any answer that is not a failure: the page must not tell whose address is known. */
export function linkForm(requestLink: (email: string) => Promise<void>, sent: () => void): HTMLFormElement {
  const input = element('input', {
    id: 'email',
    name: 'email',
    type: 'email',
    autocomplete: 'email',
    inputmode: 'email',
    required: '',
    'aria-describedby': 'email-error',
  });
  const error = element('p', { id: 'email-error', class: 'field-error', role: 'alert' });
  const button = element('button', { type: 'submit' }, 'Mail me a link');
  const complain = (sentence: string, aboutTheAddress: boolean) => {
    error.textContent = sentence;
    input.setAttribute('aria-invalid', String(aboutTheAddress));
    if (aboutTheAddress) input.focus();
  };
  const label = element('label', { for: 'email' }, 'Your e-mail address');
  // Its own sentence says what is wrong, in the page's manner, instead of the browser's bubble.
  const form = element('form', { novalidate: '' }, element('div', { class: 'field' }, label, input, error), button);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (button.ariaDisabled === 'true') return;
    if (!input.validity.valid) return complain(NOT_AN_ADDRESS, true);
    complain('', false);
    button.ariaDisabled = 'true';
    try {
      await requestLink(input.value.trim());
      sent();
    } catch (failure) {
      complain(complaintOf(failure), failure instanceof ApiFailure && failure.code === 'BAD_USER_INPUT');
    } finally {
      button.ariaDisabled = 'false';
    }
  });
  return form;
}

function complaintOf(failure: unknown): string {
  const { code, retryAfterSeconds } = failure instanceof ApiFailure ? failure : new ApiFailure('UNREADABLE');
  if (code === 'RATE_LIMITED' && retryAfterSeconds !== null) {
    return `Too many tries. Please wait ${describeWait(retryAfterSeconds)}.`;
  }
  return COMPLAINTS[code] ?? 'That did not work. Please try again.';
}

// Each fits on one line of a phone, for which the form keeps room.
const NOT_AN_ADDRESS = 'Please enter a full e-mail address.';

const COMPLAINTS: Record<string, string> = {
  BAD_USER_INPUT: NOT_AN_ADDRESS,
  RATE_LIMITED: 'Too many tries. Please wait a few minutes.',
  UNREACHABLE: 'No connection. Please try again.',
};
