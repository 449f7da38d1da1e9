// Starts the learner's page, and puts on the screen what `openPage` decides.
import { RequestSignInLinkDocument } from './generated/graphql.ts';
import { request } from './graphql-client.ts';
import { learnerActions } from './learner-actions.ts';
import { openPage } from './open-page.ts';
import type { PageState } from './page-state.ts';
import type { Session } from './session.ts';
import { startSession } from './start-session.ts';
import { takeLinkToken } from './take-link-token.ts';
import { takeOverLinks } from './take-over-links.ts';
import { homeView } from './views/home-view.ts';
import { placedView } from './views/placed-view.ts';
import { questionsView } from './views/questions-view.ts';
import { signedOutView } from './views/signed-out-view.ts';
import { troubleView } from './views/trouble-view.ts';
import { visitFromAddress } from './visit-from-address.ts';
import { visitStorage } from './visit-storage.ts';

let link = takeLinkToken();
let session: Promise<Session> | null = null;
/** Counts the attempts to open the page, so that a slow one cannot overwrite a later one. */
let attempt = 0;

const main = byId('main');
const skeleton = [...main.childNodes];
const actions = learnerActions(loadSession, () => show({ kind: 'signedOut', reason: 'ended' }, true));

window.addEventListener('hashchange', () => {
  const newer = takeLinkToken();
  if (!newer) return;
  link = newer;
  void open(true);
});
takeOverLinks(() => void open(true));
byId('sign-out').addEventListener('click', async () => {
  attempt += 1;
  visitStorage.forgetDrafts();
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
  if (byHand) window.scrollTo(0, 0);
  const state = await openPage({ link, ...visitFromAddress(window.location) }, { loadSession, send: request });
  if (mine !== attempt) return;
  // After trouble the same link is tried again; otherwise it has done its work.
  if (state.kind !== 'trouble') link = null;
  show(state, byHand);
}

function show(state: PageState, byHand: boolean): void {
  const view = viewOf(state);
  main.replaceChildren(view);
  main.ariaBusy = 'false';
  const title = view.querySelector('h1')?.textContent ?? '';
  document.title = `${title} · Stepladder`;
  const learner = 'learner' in state ? state.learner : null;
  byId('account').hidden = learner === null;
  byId('account-name').textContent = learner?.firstName ?? null;
  // The focus is read aloud, and once is enough.
  byId('announcer').textContent = byHand ? '' : title;
  if (byHand) (view.querySelector<HTMLElement>('.landing') ?? view.querySelector('h1'))?.focus();
}

function viewOf(state: PageState): HTMLElement {
  const openAgain = () => void open(true);
  switch (state.kind) {
    case 'signedOut':
      return signedOutView(state.reason, async (email) => {
        await request(RequestSignInLinkDocument, { email }, null);
      });
    case 'home':
      return homeView(state, { ...actions, openAgain, showNext: (next) => show(next, true) });
    case 'questions': {
      const { learner } = state;
      return questionsView(state, actions, (placement) => show({ kind: 'placed', learner, placement }, true));
    }
    case 'placed':
      return placedView(state.placement);
    case 'trouble':
      if (!navigator.onLine) window.addEventListener('online', () => void open(false), { once: true });
      return troubleView(navigator.onLine ? state : { ...state, code: 'OFFLINE' }, openAgain);
  }
}

/** One session for all attempts; a failed start is forgotten, so that the next attempt starts afresh. */
function loadSession(): Promise<Session> {
  session ??= startSession(window.location.hostname).catch((failure: unknown) => {
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
