import { expect, test, vi } from 'vitest';
import { ApiFailure } from '../../web/api-failure.ts';
import { type Doors, openPage } from '../../web/open-page.ts';
import { aLearnerSeen, anAssignment, LEVELS, QUESTIONNAIRE } from './kit/page-data.ts';

const LEARNER = aLearnerSeen();
const NEWCOMER = aLearnerSeen({ level: null, progress: null, mayAnswerQuestionnaire: true, currentAssignment: null });
const BY_LINK = { link: { value: 'a.b.c' }, week: null, questions: false };
const BY_HAND = { link: null, week: null, questions: false };

const of = (week: string) => anAssignment({ week });

/** Each answers the operation of its name, or throws. */
function doors(behind: {
  signedInAs?: string;
  signIn?: () => unknown;
  home?: () => unknown;
  questionnaire?: () => unknown;
}) {
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
    const text = document.toString();
    if (text.includes('signInWithLink(')) return behind.signIn?.();
    return text.includes('query Questionnaire') ? behind.questionnaire?.() : behind.home?.();
  });
  return { session, send, doors: { loadSession: async () => session, send: send as unknown as Doors['send'] } };
}

const failing = (code: string) => () => {
  throw new ApiFailure(code);
};
const signsIn = () => ({ signInWithLink: { customToken: 'custom' } });
const showsAda = () => ({ me: LEARNER, levels: LEVELS });
const ADA_AT_HOME = {
  kind: 'home',
  learner: LEARNER,
  levels: LEVELS,
  assignment: LEARNER.currentAssignment,
  linkRefused: false,
  taken: null,
};

test('a good link signs in and shows the learner, asked for with the new session', async () => {
  const { doors: given, send } = doors({ signedInAs: 'somebody-before', signIn: signsIn, home: showsAda });
  expect(await openPage(BY_LINK, given)).toEqual(ADA_AT_HOME);
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

test('who has neither level nor challenge is shown the questionnaire, with one request more', async () => {
  const { doors: given, send } = doors({
    signedInAs: 'ada',
    home: () => ({ me: NEWCOMER, levels: LEVELS }),
    questionnaire: () => ({ questionnaire: QUESTIONNAIRE }),
  });
  expect(await openPage(BY_HAND, given)).toEqual({
    kind: 'questions',
    learner: NEWCOMER,
    questions: QUESTIONNAIRE.questions,
  });
  expect(send).toHaveBeenCalledTimes(2);
});

test('who asks for the questionnaire gets it, also with a level', async () => {
  const { doors: given } = doors({
    signedInAs: 'ada',
    home: showsAda,
    questionnaire: () => ({ questionnaire: QUESTIONNAIRE }),
  });
  expect(await openPage({ ...BY_HAND, questions: true }, given)).toMatchObject({ kind: 'questions', learner: LEARNER });
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
  expect(await openPage({ ...BY_HAND, link: { value: null } }, given)).toEqual({
    kind: 'signedOut',
    reason: 'invalid',
  });
  expect(send).not.toHaveBeenCalled();
});

test('an expired link does not end a session that is still good, and says so', async () => {
  const { doors: given } = doors({ signedInAs: 'ada', signIn: failing('LINK_EXPIRED'), home: showsAda });
  expect(await openPage(BY_LINK, given)).toEqual({ ...ADA_AT_HOME, linkRefused: true });
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
    expect(await openPage(BY_HAND, given)).toEqual({ kind: 'trouble', code, retryAfterSeconds: null });
    expect(session.signOut).not.toHaveBeenCalled();
  }
});

test('who asked too often is told for how long to wait', async () => {
  const home = () => {
    throw new ApiFailure('RATE_LIMITED', { retryAfterSeconds: 40 });
  };
  const { doors: given } = doors({ signedInAs: 'ada', home });
  expect(await openPage(BY_HAND, given)).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: 40 });
});

test('a link that meets trouble is not called expired or invalid', async () => {
  const { doors: given } = doors({ signedInAs: 'ada', signIn: failing('UNREACHABLE'), home: showsAda });
  expect(await openPage(BY_LINK, given)).toMatchObject({ kind: 'trouble', code: 'UNREACHABLE' });
});

test('a configuration that cannot be loaded is trouble, also while the link is being refused', async () => {
  const { doors: given } = doors({ signIn: failing('LINK_EXPIRED') });
  const loadSession = () => Promise.reject(new ApiFailure('UNREACHABLE'));
  expect(await openPage(BY_LINK, { ...given, loadSession })).toMatchObject({ kind: 'trouble', code: 'UNREACHABLE' });
});
