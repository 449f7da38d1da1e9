// Decides what a visitor sees: signs in with the link token if there is one, then reads the learner and the challenge to show.
import { ApiFailure } from './api-failure.ts';
import {
  type AssignmentPartsFragment,
  HomeDocument,
  type HomeQuery,
  SignInWithLinkDocument,
} from './generated/graphql.ts';
import type { request } from './graphql-client.ts';
import type { Session } from './session.ts';

/**
 * Never throws: what goes wrong is itself something to show. Where the learner had no challenge in the week that the
 * address names, their newest one is shown, as it is where none is named.
 */
export async function openPage({ link, week }: Visit, { loadSession, send }: Doors): Promise<PageState> {
  try {
    // Side by side: neither needs the other, and on a slow phone each takes a while.
    const [session, exchange] = await Promise.all([loadSession(), link ? exchangeLink(link, send) : null]);
    try {
      if (exchange?.customToken) await session.signIn(exchange.customToken);
      const idToken = await session.idToken();
      if (idToken === null) return { kind: 'signedOut', reason: exchange?.refusal ?? 'stranger' };
      const { me, assignment } = await send(HomeDocument, { week: week ?? '', weekNamed: week !== null }, idToken);
      if (me) {
        const shown = assignment ?? me.currentAssignment;
        return { kind: 'home', learner: me, assignment: shown, linkRefused: exchange?.refusal !== undefined };
      }
    } catch (failure) {
      if (!(failure instanceof ApiFailure && failure.code === 'UNAUTHENTICATED')) throw failure;
    }
    await session.signOut();
    return { kind: 'signedOut', reason: 'ended' };
  } catch (failure) {
    return { kind: 'trouble', code: failure instanceof ApiFailure ? failure.code : 'UNREADABLE' };
  }
}

/** What `openPage` reaches through, so that a test can stand at each door. */
export type Doors = { loadSession: () => Promise<Session>; send: typeof request };

/** What brought the visitor: the token and the week of a mail's link, each null where there is none. */
type Visit = { link: LinkToken | null; week: string | null };

/** `value` is null where the link was cut off or otherwise cannot hold a token. */
export type LinkToken = { value: string | null };

export type Learner = NonNullable<HomeQuery['me']>;

export type Assignment = AssignmentPartsFragment;

/** `expired` and `invalid`: of the link. `ended`: a session that is no longer accepted. `left`: signed out by choice. */
export type SignedOutReason = 'stranger' | 'expired' | 'invalid' | 'ended' | 'left';

/** `linkRefused`: the link was not accepted, but this browser still had a session. */
export type PageState =
  | { kind: 'signedOut'; reason: SignedOutReason }
  | { kind: 'home'; learner: Learner; assignment: Assignment | null; linkRefused: boolean }
  | { kind: 'trouble'; code: string };

type Exchange = { customToken: string; refusal?: undefined } | { customToken?: undefined; refusal: SignedOutReason };

async function exchangeLink({ value }: LinkToken, send: Doors['send']): Promise<Exchange> {
  if (value === null) return { refusal: 'invalid' };
  try {
    const { signInWithLink } = await send(SignInWithLinkDocument, { token: value }, null);
    return { customToken: signInWithLink.customToken };
  } catch (failure) {
    if (failure instanceof ApiFailure && failure.code === 'LINK_EXPIRED') return { refusal: 'expired' };
    if (failure instanceof ApiFailure && failure.code === 'LINK_INVALID') return { refusal: 'invalid' };
    throw failure;
  }
}
