// Decides what a visitor sees: signs in with the link token if there is one, then reads what there is to show.
import { ApiFailure } from './api-failure.ts';
import { HomeDocument, QuestionnaireDocument, SignInWithLinkDocument } from './generated/graphql.ts';
import type { request } from './graphql-client.ts';
import type { PageState, SignedOutReason } from './page-state.ts';
import { questionnaireOffer } from './questionnaire-offer.ts';
import type { Session } from './session.ts';

/**
 * Never throws: what goes wrong is itself something to show. Where the learner had no challenge in the week that the
 * address names, their newest one is shown, as it is where none is named.
 */
export async function openPage(visit: Visit, { loadSession, send }: Doors): Promise<PageState> {
  try {
    // Side by side: neither needs the other, and on a slow phone each takes a while.
    const [session, exchange] = await Promise.all([loadSession(), visit.link ? exchangeLink(visit.link, send) : null]);
    try {
      if (exchange?.customToken) await session.signIn(exchange.customToken);
      const idToken = await session.idToken();
      if (idToken === null) return { kind: 'signedOut', reason: exchange?.refusal ?? 'stranger' };
      const state = await readHome(visit, idToken, send);
      if (state) return state.kind === 'home' ? { ...state, linkRefused: exchange?.refusal !== undefined } : state;
    } catch (failure) {
      if (!(failure instanceof ApiFailure && failure.code === 'UNAUTHENTICATED')) throw failure;
    }
    await session.signOut();
    return { kind: 'signedOut', reason: 'ended' };
  } catch (failure) {
    const { code, retryAfterSeconds } = failure instanceof ApiFailure ? failure : new ApiFailure('UNREADABLE');
    return { kind: 'trouble', code, retryAfterSeconds };
  }
}

/** What `openPage` reaches through, so that a test can stand at each door. */
export type Doors = { loadSession: () => Promise<Session>; send: typeof request };

/** The link and the week are those of a mail's button, each null where there is none. */
export type Visit = {
  link: LinkToken | null;
  week: string | null;
  /** Whether the address asks for the questionnaire. */
  questions: boolean;
};

/** `value` is null where the link was cut off or otherwise cannot hold a token. */
export type LinkToken = { value: string | null };

type Exchange = { customToken: string; refusal?: undefined } | { customToken?: undefined; refusal: SignedOutReason };

/** One request, and one more only where the questionnaire is shown. Null where the API knows no such learner. */
async function readHome({ week, questions }: Visit, idToken: string, send: Doors['send']): Promise<PageState | null> {
  const { me, levels, assignment } = await send(HomeDocument, { week: week ?? '', weekNamed: week !== null }, idToken);
  if (!me) return null;
  if (questions || questionnaireOffer(me) === 'now') {
    const { questionnaire } = await send(QuestionnaireDocument, {}, idToken);
    return { kind: 'questions', learner: me, questions: questionnaire.questions };
  }
  const shown = assignment ?? me.currentAssignment;
  return { kind: 'home', learner: me, levels, assignment: shown, linkRefused: false, taken: null };
}

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
