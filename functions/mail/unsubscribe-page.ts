// The pages behind a mail's unsubscribe link: plain forms, without script.
import { escapeHtml } from './escape-html.ts';
import { unsubscribeStyle } from './unsubscribe-style.ts';

/** One whole HTML page. Its forms post to the page's own address, which bears the token. */
export function unsubscribePage(page: UnsubscribePage, site: { brandName: string; publicUrl: string }): string {
  const { title, content } = contentOf(page, site);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)} · ${escapeHtml(site.brandName)}</title>
<style>${unsubscribeStyle}</style>
</head>
<body>
<header>${escapeHtml(site.brandName)}</header>
<main>
<h1>${escapeHtml(title)}</h1>
${content}
</main>
</body>
</html>
`;
}

export type UnsubscribePage =
  | { kind: 'confirm' }
  /** `undoToken` lets the learner take it back; null where this visit did not unsubscribe, or nobody is left. */
  | { kind: 'unsubscribed'; undoToken: string | null }
  | { kind: 'undone' }
  /** The link, or the way back, has run out or is not whole. */
  | { kind: 'bad-link'; expired: boolean }
  | { kind: 'bad-request' };

type Site = { brandName: string; publicUrl: string };
type Content = { title: string; content: string };

function contentOf(page: UnsubscribePage, { brandName, publicUrl }: Site): Content {
  const brand = escapeHtml(brandName);
  const home = `<a href="${escapeHtml(publicUrl)}/">${brand}</a>`;
  switch (page.kind) {
    case 'confirm':
      return {
        title: 'Unsubscribe?',
        content: `<p>No weekly mail from ${brand} will come to you any more. What you have reached stays yours.</p>
${form('confirm', 'yes', 'Unsubscribe')}
<p class="quiet">You would rather keep it? Just close this page: nothing has changed.</p>`,
      };
    case 'unsubscribed':
      return {
        title: 'You are unsubscribed',
        content: `<p>No weekly mail from ${brand} will come to you any more.</p>
${page.undoToken === null ? `<p class="quiet">You would like it back one day? Sign in at ${home} with a sign-in link and resume the weekly mail there.</p>` : `<p class="quiet">That was a mistake? For an hour you can take it back here.</p>\n${form('undo', page.undoToken, 'Keep the weekly mail', 'second')}`}`,
      };
    case 'undone':
      return {
        title: 'Welcome back',
        content: `<p>Your unsubscribing is taken back. Where nothing else stops it, the weekly mail comes again.</p>`,
      };
    case 'bad-link':
      return {
        title: page.expired ? 'This came too late' : 'This link does not work',
        content: page.expired
          ? `<p>Taking it back works for an hour. You can still do it: sign in at ${home} and resume the weekly mail there.</p>`
          : `<p>Nothing has changed. Open the unsubscribe link of the newest mail once more, whole, or sign in at ${home} and unsubscribe there.</p>`,
      };
    case 'bad-request':
      return {
        title: 'That did not arrive as it should',
        content: '<p>Nothing has changed. Open the unsubscribe link of your mail again and use the button there.</p>',
      };
  }
}

function form(name: string, value: string, label: string, look = 'first'): string {
  return `<form method="post"><input type="hidden" name="${name}" value="${escapeHtml(value)}"><button class="${look}">${label}</button></form>`;
}
