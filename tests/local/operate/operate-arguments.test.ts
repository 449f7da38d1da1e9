import { expect, test } from 'vitest';
import { operateArguments } from '../../../local/operate/operate-arguments.ts';

const command = (...args: string[]) => operateArguments(args).command;

test('each command is read with its week, and looks at the newest where none is named', () => {
  expect(command('status')).toEqual({ name: 'status', week: undefined });
  expect(command('plan', '2026-W48')).toEqual({ name: 'plan', week: '2026-W48' });
  expect(command('explain', 'shopify-7', '2026-W48')).toEqual({
    name: 'explain',
    learnerId: 'shopify-7',
    week: '2026-W48',
  });
  expect(command('start', '2026-W48')).toEqual({ name: 'start', week: '2026-W48' });
  expect(command('pause', '2026-W48', '--reason', ' a wrong link ')).toMatchObject({ reason: 'a wrong link' });
  expect(command('retry', '2026-W48', 'MESSAGE_REFUSED', 'ADDRESS_REFUSED')).toEqual({
    name: 'retry',
    week: '2026-W48',
    reasons: ['MESSAGE_REFUSED', 'ADDRESS_REFUSED'],
  });
  expect(command('settle', '2026-W48', '--resend')).toEqual({ name: 'settle', week: '2026-W48', resend: true });
  expect(command('settle', '2026-W48', '--failed')).toMatchObject({ resend: false });
  expect(command('reviews')).toEqual({ name: 'reviews' });
  expect(command('review', 'an-id', '--passed', '--note', 'Well seen')).toEqual({
    name: 'review',
    id: 'an-id',
    passed: true,
    note: 'Well seen',
  });
});

test('a real project is named, and the local stack is what is meant otherwise', () => {
  expect(operateArguments(['status']).project).toBeNull();
  expect(operateArguments(['status', '--project', 'live']).project).toBe('live');
});

test.each([
  [[], 'Write one of these'],
  [['stop', '2026-W48'], 'Write one of these'],
  [['status', '2026-W48', '2026-W49'], 'Write one of these'],
  [['status', '--all'], 'Write one of these'],
  [['plan', '2026-48'], '2026-48 is no ISO week, such as 2026-W48.'],
  [['start'], 'Name a week, such as 2026-W48.'],
  [['start', '2026-W54'], '2026-W54 is no ISO week'],
  [['explain'], 'explain: name the learner'],
  [['explain', '1001'], 'explain: name the learner'],
  [['pause', '2026-W48'], 'pause: say why'],
  [['cancel', '2026-W48', '--reason', '  '], 'cancel: say why'],
  [['pause', '2026-W48', '--reason', 'two\nlines'], 'on one line of at most 500 characters'],
  [['review'], 'review: name the submission'],
  [['review', 'an-id'], 'review: say --passed or --failed'],
  [['reviews', 'an-id'], 'Write one of these'],
  [['retry', '2026-W48', 'refused'], 'refused is no reason code'],
  [['settle', '2026-W48'], 'settle: say --failed, or --resend'],
  [['settle', '2026-W48', '--failed', '--resend'], 'settle: say --failed, or --resend'],
])('%j is refused with what would be right', (args, message) => {
  expect(() => operateArguments(args)).toThrow(message);
});
