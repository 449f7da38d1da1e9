// Says why something could not be sent, and what helps.
import { ApiFailure } from './api-failure.ts';
import { describeWait } from './describe-wait.ts';

/** What was typed stays where it is after every failure, and the sentence says so. */
export function describeFailure(failure: unknown): string {
  if (!(failure instanceof ApiFailure)) return OUR_FAULT;
  const { code, sentence, retryAfterSeconds } = failure;
  switch (code) {
    case 'UNREACHABLE':
      return 'There is no connection just now. Nothing is lost: try again when you are back online.';
    case 'RATE_LIMITED':
      return retryAfterSeconds === null
        ? 'That was a lot at once. Nothing is lost: please try again in a few minutes.'
        : `That was a lot at once. Nothing is lost: please try again in ${describeWait(retryAfterSeconds)}.`;
    case 'OVERLOADED':
      return 'It is rather busy just now. Nothing is lost: please try again in a minute.';
    case 'ALREADY_STARTED':
    case 'BAD_USER_INPUT':
    case 'FORBIDDEN':
    case 'NOT_FOUND':
      return sentence ?? OUR_FAULT;
    default:
      return OUR_FAULT;
  }
}

const OUR_FAULT = 'Something went wrong on our side. Nothing is lost: please try again in a moment.';
