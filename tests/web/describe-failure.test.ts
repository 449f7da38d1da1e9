import { expect, test } from 'vitest';
import { ApiFailure } from '../../web/api-failure.ts';
import { describeFailure } from '../../web/describe-failure.ts';

test('who asked too often is told when to ask again', () => {
  expect(describeFailure(new ApiFailure('RATE_LIMITED', { retryAfterSeconds: 240 }))).toContain('in 4 minutes');
  expect(describeFailure(new ApiFailure('RATE_LIMITED'))).toContain('in a few minutes');
});

test('what the API says about the person’s own request is shown as it is', () => {
  for (const code of ['ALREADY_STARTED', 'BAD_USER_INPUT', 'FORBIDDEN', 'NOT_FOUND']) {
    expect(describeFailure(new ApiFailure(code, { sentence: 'You have started already.' }))).toBe(
      'You have started already.',
    );
  }
});

test('what the API says about its own trouble is not shown', () => {
  const failure = new ApiFailure('INTERNAL_SERVER_ERROR', { sentence: 'ECONNRESET' });
  expect(describeFailure(failure)).toBe(describeFailure(new Error('ECONNRESET')));
  expect(describeFailure(failure)).not.toContain('ECONNRESET');
});

test('every failure says that nothing is lost', () => {
  for (const code of [
    'UNREACHABLE',
    'UNREADABLE',
    'OVERLOADED',
    'RATE_LIMITED',
    'INTERNAL_SERVER_ERROR',
    'NOT_FOUND',
  ]) {
    expect(describeFailure(new ApiFailure(code))).toContain('Nothing is lost');
  }
});
