// Shows that the page could not be loaded, and offers another try.
import { describeWait } from '../describe-wait.ts';
import type { TroubleState } from '../page-state.ts';
import { element } from './element.ts';

/** `code` may also be `OFFLINE`, where the browser itself says so. */
export function troubleView({ code, retryAfterSeconds }: Omit<TroubleState, 'kind'>, retry: () => void): HTMLElement {
  const { heading, sentence } = messageOf(code, retryAfterSeconds);
  const button = element('button', { type: 'button' }, 'Try again');
  button.addEventListener('click', retry);
  return element(
    'section',
    { class: 'message' },
    element('h1', { tabindex: '-1' }, heading),
    element('p', {}, sentence),
    button,
  );
}

function messageOf(code: string, retryAfterSeconds: number | null): typeof OUR_FAULT {
  const message = MESSAGES[code] ?? OUR_FAULT;
  if (retryAfterSeconds === null) return message;
  return { ...message, sentence: `Please try again in ${describeWait(retryAfterSeconds)}. Nothing of yours is lost.` };
}

const OUR_FAULT = {
  heading: 'Something went wrong',
  sentence: 'The fault is on our side, and nothing of yours is lost. Please try again in a moment.',
};

const BUSY = {
  heading: 'Rather busy just now',
  sentence: 'Many people are here at once. Please try again in a minute.',
};

const MESSAGES: Record<string, typeof OUR_FAULT> = {
  OFFLINE: {
    heading: 'You are offline',
    sentence: 'Your challenge appears here as soon as you are connected again. It is also in the mail, in full.',
  },
  UNREACHABLE: {
    heading: 'We cannot be reached',
    sentence: 'The connection broke off or took too long. Your challenge is also in the mail, in full.',
  },
  OVERLOADED: BUSY,
  RATE_LIMITED: BUSY,
};
