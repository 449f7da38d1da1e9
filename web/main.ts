// Starts the learner's page, and puts on the screen what `openPage` decides.
import { ApiFailure } from './api-failure.ts';
import { changeMail } from './change-mail.ts';
import { RequestSignInLinkDocument } from './generated/graphql.ts';
import { request } from './graphql-client.ts';
import { loadFirebaseConfig } from './load-firebase-config.ts';
import { openPage, type PageState } from './open-page.ts';
import { openSession, type Session } from './session.ts';
import { takeLinkToken } from './take-link-token.ts';
import { homeView } from './views/home-view.ts';
import type { ChangeMail } from './views/mail-section.ts';
import { signedOutView } from './views/signed-out-view.ts';
import { troubleView } from './views/trouble-view.ts';
import { weekFromPath } from './week-from-path.ts';

let link = takeLinkToken();
let session: Promise<Session> | null = null;
/** Counts the attempts to open the page, so that a slow one cannot overwrite a later one. */
let attempt = 0;

const main = byId('main');
const skeleton = [...main.childNodes];

window.addEventListener('hashchange', () => {
  const newer = takeLinkToken();
  if (!newer) return;
  link = newer;
  void open(true);
});
byId('sign-out').addEventListener('click', async () => {
  attempt += 1;
  await (await loadSession()).signOut();
  show({ kind: 'signedOut', reason: 'left' }, true);
});
void open(false);

/** @param byHand whether the visitor asked for it, so that the focus may follow */
async function open(byHand: boolean): Promise<void> {
  const mine = ++attempt;
  main.replaceChildren(...skeleton);
  main.ariaBusy = 'true';
  byId('announcer').textContent = 'Loading';
  const state = await openPage({ link, week: weekFromPath(window.location.pathname) }, { loadSession, send: request });
  if (mine !== attempt) return;
  // After trouble the same link is tried again; otherwise it has done its work.
  if (state.kind !== 'trouble') link = null;
  show(state, byHand);
}

function show(state: PageState, byHand: boolean): void {
  const view = viewOf(state);
  main.replaceChildren(view);
  main.ariaBusy = 'false';
  const heading = view.querySelector('h1');
  const title = heading?.textContent ?? '';
  document.title = `${title} · Stepladder`;
  byId('announcer').textContent = title;
  byId('account').hidden = state.kind !== 'home';
  byId('account-name').textContent = state.kind === 'home' ? state.learner.firstName : null;
  if (byHand) heading?.focus();
}

function viewOf(state: PageState): HTMLElement {
  switch (state.kind) {
    case 'signedOut':
      return signedOutView(state.reason, async (email) => {
        await request(RequestSignInLinkDocument, { email }, null);
      });
    case 'home':
      return homeView(state, changeMailOrLeave);
    case 'trouble':
      if (!navigator.onLine) window.addEventListener('online', () => void open(false), { once: true });
      return troubleView(navigator.onLine ? state.code : 'OFFLINE', () => void open(true));
  }
}

async function changeMailOrLeave(...[name, weeks]: Parameters<ChangeMail>): ReturnType<ChangeMail> {
  const { idToken, signOut } = await loadSession();
  try {
    return await changeMail({ name, weeks }, await idToken());
  } catch (failure) {
    if (failure instanceof ApiFailure && failure.code === 'UNAUTHENTICATED') {
      await signOut();
      show({ kind: 'signedOut', reason: 'ended' }, true);
    }
    throw failure;
  }
}

/** One session for all attempts; a failed start is forgotten, so that the next attempt starts afresh. */
function loadSession(): Promise<Session> {
  session ??= loadFirebaseConfig(window.location.hostname)
    .then(openSession)
    .catch((failure: unknown) => {
      session = null;
      throw failure;
    });
  return session;
}

function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`index.html has no element #${id}`);
  return found;
}
