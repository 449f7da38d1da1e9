// The style sheet of the unsubscribe pages.

/** The look of the mails (templates/look.mjml). */
export const unsubscribeStyle = `
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
