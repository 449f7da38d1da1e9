// The page at `/`: every kept mail, as a person would read it.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { SesAccount } from '../account.ts';
import { escapeMarkup } from '../escape-markup.ts';
import type { Reply } from '../reply.ts';
import { findMails } from './find-mails.ts';
import { mailList } from './mail-list.ts';
import { mailView } from './mail-view.ts';
import { mailboxView } from './mailbox-view.ts';

const style = readFileSync(new URL('./mailbox.css', import.meta.url), 'utf8');
const script = readFileSync(new URL('./mailbox.js', import.meta.url), 'utf8');
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='8' fill='%23e0673c'/%3E%3Cpath d='M7 11h18v11H7zl9 7 9-7' fill='none' stroke='white' stroke-width='2.4' stroke-linejoin='round'/%3E%3C/svg%3E";

/** Works without the script: lists, tabs and search are plain links and a form. */
export async function mailboxPage(query: URLSearchParams, account: SesAccount): Promise<Reply> {
  const view = { ...mailboxView(query), now: account.clock.now() };
  const found = await findMails(account.store, view);
  const chosenId = view.id || (found.mails[0]?.messageId ?? '');
  const list = mailList(found, { ...view, page: found.page, chosenId });
  const mail = await mailView(account.store.find(chosenId), view);
  const nonce = randomBytes(16).toString('base64');
  const body = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mailbox</title><link rel="icon" href="${ICON}">
<style>${style}</style></head>
<body data-view="${view.id === '' ? 'list' : 'mail'}" data-mails="${account.store.count()}">
${topBar(view.q, countWords(account.store.count(), found.total, view.q))}
${list}
${mail}
<script nonce="${nonce}">${script}</script>
</body></html>
`;
  const headers = { 'content-security-policy': policy(nonce), 'referrer-policy': 'no-referrer' };
  return { status: 200, contentType: 'text/html; charset=utf-8', body, headers };
}

function topBar(q: string, count: string): string {
  return `<header id="bar"><a class="brand" href="/"><span aria-hidden="true">✉</span> Mailbox</a>
<form role="search" action="/"><input type="search" name="q" value="${escapeMarkup(q)}" placeholder="Search name, address, subject"
 aria-label="Search mails" autocomplete="off"></form>
<span id="count" role="status">${count}</span>
<button id="theme" type="button" hidden>Theme</button></header>`;
}

function countWords(all: number, found: number, q: string): string {
  const mails = (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'mail' : 'mails'}`;
  return q === '' ? mails(all) : `${found.toLocaleString('en')} of ${mails(all)}`;
}

/** The frame inherits it: a mail's styles apply, its remote images and fonts are not fetched, its scripts never run. */
function policy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'unsafe-inline'",
    "img-src data: 'self' http://127.0.0.1:* http://localhost:*",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
