import { expect, test, vi } from 'vitest';
import { ApiFailure } from '../../web/api-failure.ts';
import { type Assignment, type Doors, type Learner, openPage } from '../../web/open-page.ts';

const LEARNER: Learner = {
  firstName: 'Ada',
  level: null,
  mail: { status: 'SUBSCRIBED', pausedUntil: null },
  currentAssignment: null,
};
const BY_LINK = { link: { value: 'a.b.c' }, week: null };
const BY_HAND = { link: null, week: null };

const of = (week: string): Assignment => ({
  week,
  challenge: {
    ...{ id: `of-${week}`, title: 'The snail', bodyHtml: '<p>Climb.</p>', answerKind: 'NUMBER', choices: null },
    level: { name: 'Curious' },
  },
});

/** `signIn` and `home` answer the two operations, or throw. */
function doors(behind: { signedInAs?: string; signIn?: () => unknown; home?: () => unknown }) {
  let idToken = behind.signedInAs ?? null;
  const session = {
    signIn: vi.fn(async (customToken: string) => {
      idToken = `id-of-${customToken}`;
    }),
    idToken: async () => idToken,
    signOut: vi.fn(async () => {
      idToken = null;
    }),
  };
  const send = vi.fn(async (document: { toString: () => string }, _variables: unknown, _idToken: string | null) => {
    const answer = document.toString().includes('signInWithLink(') ? behind.signIn : behind.home;
    return answer?.();
  });
  return { session, send, doors: { loadSession: async () => session, send: send as unknown as Doors['send'] } };
}

const failing = (code: string) => () => {
  throw new ApiFailure(code);
};
const signsIn = () => ({ signInWithLink: { customToken: 'custom' } });
const showsAda = () => ({ me: LEARNER });

test('a good link signs in and shows the learner, asked for with the new session', async () => {
  const { doors: given, send } = doors({ signedInAs: 'somebody-before', signIn: signsIn, home: showsAda });
  expect(await openPage(BY_LINK, given)).toEqual({
    kind: 'home',
    learner: LEARNER,
    assignment: null,
    linkRefused: false,
  });
  expect(send.mock.calls.map((call) => call[2])).toEqual([null, 'id-of-custom']);
});

test('the week that the address names is asked for and shown, with the learner in one request', async () => {
  const home = () => ({ me: { ...LEARNER, currentAssignment: of('2026-W48') }, assignment: of('2026-W47') });
  const { doors: given, send } = doors({ signIn: signsIn, home });
  expect(await openPage({ ...BY_LINK, week: '2026-W47' }, given)).toMatchObject({ assignment: of('2026-W47') });
  expect(send.mock.calls.map((call) => call[1])).toEqual([{ token: 'a.b.c' }, { week: '2026-W47', weekNamed: true }]);
});

test('the newest challenge is shown where the named week has none', async () => {
  const home = () => ({ me: { ...LEARNER, currentAssignment: of('2026-W48') }, assignment: null });
  const { doors: given } = doors({ signedInAs: 'ada', home });
  expect(await openPage({ ...BY_HAND, week: '2026-W47' }, given)).toMatchObject({ assignment: of('2026-W48') });
});

test('the newest challenge is shown where no week is named, and no week is asked for', async () => {
  const home = () => ({ me: { ...LEARNER, currentAssignment: of('2026-W48') } });
  const { doors: given, send } = doors({ signedInAs: 'ada', home });
  expect(await openPage(BY_HAND, given)).toMatchObject({ assignment: of('2026-W48') });
  expect(send.mock.calls[0]?.[1]).toMatchObject({ weekNamed: false });
});

test('a session of an earlier visit needs no link', async () => {
  const { doors: given, send } = doors({ signedInAs: 'ada', home: showsAda });
  expect(await openPage(BY_HAND, given)).toMatchObject({ kind: 'home', linkRefused: false });
  expect(send).toHaveBeenCalledOnce();
});

test('a stranger without a link is greeted, and nothing is asked of the API', async () => {
  const { doors: given, send } = doors({});
  expect(await openPage(BY_HAND, given)).toEqual({ kind: 'signedOut', reason: 'stranger' });
  expect(send).not.toHaveBeenCalled();
});

test('an expired link and an invalid one are told apart', async () => {
  const expired = doors({ signIn: failing('LINK_EXPIRED') });
  expect(await openPage(BY_LINK, expired.doors)).toEqual({ kind: 'signedOut', reason: 'expired' });
  const invalid = doors({ signIn: failing('LINK_INVALID') });
  expect(await openPage(BY_LINK, invalid.doors)).toEqual({ kind: 'signedOut', reason: 'invalid' });
});

test('a link that was cut off is invalid without asking the API', async () => {
  const { doors: given, send } = doors({});
  expect(await openPage({ link: { value: null }, week: null }, given)).toEqual({
    kind: 'signedOut',
    reason: 'invalid',
  });
  expect(send).not.toHaveBeenCalled();
});

test('an expired link does not end a session that is still good, and says so', async () => {
  const { doors: given } = doors({ signedInAs: 'ada', signIn: failing('LINK_EXPIRED'), home: showsAda });
  expect(await openPage(BY_LINK, given)).toEqual({
    kind: 'home',
    learner: LEARNER,
    assignment: null,
    linkRefused: true,
  });
});

test('a session that the API no longer accepts is ended here as well', async () => {
  for (const home of [failing('UNAUTHENTICATED'), () => ({ me: null })]) {
    const { doors: given, session } = doors({ signedInAs: 'ada', home });
    expect(await openPage(BY_HAND, given)).toEqual({ kind: 'signedOut', reason: 'ended' });
    expect(session.signOut).toHaveBeenCalledOnce();
  }
});

test('trouble of any kind keeps the session and is never thrown', async () => {
  for (const code of ['UNREACHABLE', 'OVERLOADED', 'RATE_LIMITED']) {
    const { doors: given, session } = doors({ signedInAs: 'ada', home: failing(code) });
    expect(await openPage(BY_HAND, given)).toEqual({ kind: 'trouble', code });
    expect(session.signOut).not.toHaveBeenCalled();
  }
});

test('a link that meets trouble is not called expired or invalid', async () => {
  const { doors: given } = doors({ signedInAs: 'ada', signIn: failing('UNREACHABLE'), home: showsAda });
  expect(await openPage(BY_LINK, given)).toEqual({ kind: 'trouble', code: 'UNREACHABLE' });
});

test('a configuration that cannot be loaded is trouble, also while the link is being refused', async () => {
  const { doors: given } = doors({ signIn: failing('LINK_EXPIRED') });
  const loadSession = () => Promise.reject(new ApiFailure('UNREACHABLE'));
  expect(await openPage(BY_LINK, { ...given, loadSession })).toEqual({ kind: 'trouble', code: 'UNREACHABLE' });
});
