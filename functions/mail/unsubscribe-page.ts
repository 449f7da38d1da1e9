// The pages behind a mail's unsubscribe link: plain forms, without script.
import { escapeHtml } from './escape-html.ts';

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
<style>${style}</style>
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
  /** `undoToken` lets the learner take it back; null where there is nobody left to take it back for. */
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
${page.undoToken === null ? '' : `<p class="quiet">That was a mistake? For an hour you can take it back here.</p>\n${form('undo', page.undoToken, 'Keep the weekly mail', 'second')}`}`,
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

/** The look of the mails (templates/look.mjml). */
const style = `
:root { color-scheme: light dark; --page: #f3f1ec; --card: #ffffff; --ink: #22302f; --quiet: #566462; --accent: #14615a; --button: #14615a; }
@media (prefers-color-scheme: dark) { :root { --page: #131817; --card: #1d2423; --ink: #e9ecea; --quiet: #a5b1ae; --accent: #6cc5b8; --button: #1f7a70; } }
body { margin: 0 auto; padding: 12px; max-width: 600px; background: var(--page); color: var(--ink); font: 17px/1.6 -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif; }
header { padding: 16px 32px; color: var(--accent); font-size: 15px; font-weight: 700; overflow-wrap: anywhere; }
main { padding: 32px; border-radius: 16px; background: var(--card); }
h1 { margin: 0 0 16px; font-size: 28px; line-height: 1.25; letter-spacing: -0.01em; }
p { margin: 0 0 20px; }
main > :last-child { margin-bottom: 0; }
.quiet { color: var(--quiet); font-size: 15px; }
a { color: var(--accent); }
form { margin: 0 0 20px; }
button { padding: 14px 28px; border: 2px solid var(--button); border-radius: 10px; background: var(--button); color: #ffffff; font: inherit; font-weight: 600; cursor: pointer; }
button.second { background: transparent; color: var(--accent); }
button:focus-visible, a:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
`;
