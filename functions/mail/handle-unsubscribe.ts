// What the unsubscribe link does: a page on GET, the deed on POST.
import { AppError } from '../errors.ts';
import { isUnsubscribed } from '../learners/is-unsubscribed.ts';
import { undoUnsubscribe } from '../learners/undo-unsubscribe.ts';
import { unsubscribe } from '../learners/unsubscribe.ts';
import type { Services } from '../services.ts';
import { readForm } from './read-form.ts';
import { type UnsubscribePage, unsubscribePage } from './unsubscribe-page.ts';

/**
 * Answers one request of a mail program, a scanner or a person. Only POST changes anything, because scanners follow
 * links. A one-click POST (RFC 8058) needs no cookie, may come again, and gets an empty body. Throws only what a later
 * try can mend, such as a Firestore that does not answer.
 */
export async function handleUnsubscribe(services: Services, request: UnsubscribeRequest): Promise<UnsubscribeAnswer> {
  const { brandName, publicUrl } = services.config;
  const show = (status: number, page: UnsubscribePage) => ({
    status,
    html: unsubscribePage(page, { brandName, publicUrl }),
  });
  try {
    if (request.method === 'GET' || request.method === 'HEAD') {
      await learnerOf(services, request);
      return show(200, { kind: 'confirm' });
    }
    if (request.method !== 'POST') {
      return { ...show(405, { kind: 'bad-request' }), headers: { Allow: 'GET, HEAD, POST' } };
    }
    const form = await readForm(request.contentType, request.body);
    if (form === null) return show(400, { kind: 'bad-request' });
    if (form.undo !== undefined) return show(200, await takeBack(services, form.undo));
    const oneClick = form['List-Unsubscribe'] === 'One-Click';
    if (!oneClick && form.confirm === undefined) return show(400, { kind: 'bad-request' });
    const page = await unsubscribeOwner(services, request);
    return oneClick ? { status: 200, html: '' } : show(200, page);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'LINK_EXPIRED') return show(400, { kind: 'bad-link', expired: true });
    if (error.code === 'LINK_INVALID') return show(400, { kind: 'bad-link', expired: false });
    throw error;
  }
}

export type UnsubscribeRequest = {
  method: string;
  /** Of the query. */
  token: string | undefined;
  contentType: string | undefined;
  /** Undefined where the request has none. */
  body: Uint8Array | undefined;
};

/** `headers` are those that belong to this answer alone. */
export type UnsubscribeAnswer = { status: number; html: string; headers?: Record<string, string> };

async function learnerOf(services: Services, { token }: UnsubscribeRequest): Promise<string> {
  const tokens = await services.linkTokens();
  return tokens.verify('unsubscribe', token ?? '');
}

async function unsubscribeOwner(services: Services, request: UnsubscribeRequest): Promise<UnsubscribePage> {
  const learnerId = await learnerOf(services, request);
  try {
    const { began } = await unsubscribe(services, learnerId);
    // Only the very request that unsubscribed gets a way back: the link, which never expires, must not become one.
    if (began === null) return { kind: 'unsubscribed', undoToken: null };
    const tokens = await services.linkTokens();
    return { kind: 'unsubscribed', undoToken: await tokens.signUndo({ learnerId, unsubscribedAt: began }) };
  } catch (error) {
    // Who is no learner any more gets no weekly mail: what they asked for holds.
    if (error instanceof AppError && error.code === 'NOT_FOUND') return { kind: 'unsubscribed', undoToken: null };
    throw error;
  }
}

async function takeBack(services: Services, undoToken: string): Promise<UnsubscribePage> {
  const tokens = await services.linkTokens();
  const { learnerId, unsubscribedAt } = await tokens.verifyUndo(undoToken);
  try {
    const learner = await undoUnsubscribe(services, learnerId, unsubscribedAt);
    return isUnsubscribed(learner) ? { kind: 'unsubscribed', undoToken: null } : { kind: 'undone' };
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') return { kind: 'unsubscribed', undoToken: null };
    throw error;
  }
}
