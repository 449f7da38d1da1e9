import { expect, test } from 'vitest';
import { describeMail } from '../../web/describe-mail.ts';

const changesOf = (status: Parameters<typeof describeMail>[0]['status']) =>
  describeMail({ status, pausedUntil: null }).changes;

test('who gets the mail can pause and stop it, and who paused or stopped it can come back', () => {
  expect(changesOf('SUBSCRIBED')).toEqual(['pause', 'unsubscribe']);
  expect(changesOf('PAUSED')).toEqual(['resume', 'unsubscribe']);
  expect(changesOf('UNSUBSCRIBED')).toEqual(['resubscribe']);
});

test('nothing is offered that the API would not do', () => {
  expect(changesOf('NO_CONSENT')).toEqual([]);
  expect(changesOf('SUPPRESSED')).toEqual([]);
  expect(changesOf('NOT_ENTITLED')).toEqual([]);
});

test('a pause names the Monday on which it ends', () => {
  const { sentence } = describeMail({ status: 'PAUSED', pausedUntil: '2026-12-06T23:00:00Z' });
  expect(sentence).toBe('Paused. It starts again on Monday 7 December.');
});
