// A preview opens where somebody sees it, and nowhere else.
import { expect, it } from 'vitest';
import { openInBrowser } from '../../../local/content/open-in-browser.ts';

function opened(platform: NodeJS.Platform, env: NodeJS.ProcessEnv = {}, isTerminal = true): string[][] {
  const started: string[][] = [];
  const count = openInBrowser(['/a b/mail.html', '/a b/page.html'], { platform, env, isTerminal }, (command, args) => {
    started.push([command, ...args]);
  });
  expect(count).toBe(started.length);
  return started;
}

it('opens each file with the platform’s own opener', () => {
  expect(opened('darwin')).toEqual([
    ['open', '/a b/mail.html'],
    ['open', '/a b/page.html'],
  ]);
  expect(opened('linux', { DISPLAY: ':0' })[1]).toEqual(['xdg-open', '/a b/page.html']);
  expect(opened('linux', { WAYLAND_DISPLAY: 'wayland-0', CI: 'false' })).toHaveLength(2);
  expect(opened('win32')[0]).toEqual(['cmd.exe', '/d', '/c', 'start', '""', '"/a b/mail.html"']);
});

it.each<[string, NodeJS.Platform, NodeJS.ProcessEnv, boolean]>([
  ['output that goes to a file', 'darwin', {}, false],
  ['a CI', 'darwin', { CI: 'true' }, true],
  ['a CI that says so by a number', 'win32', { CI: '1' }, true],
  ['a Linux without a display', 'linux', {}, true],
])('opens nothing for %s', (_, platform, env, isTerminal) => {
  expect(opened(platform, env, isTerminal)).toEqual([]);
});

it('goes on where the platform has no such program', async () => {
  const desk = { platform: 'linux' as const, env: { DISPLAY: ':0' }, isTerminal: true };
  const { PATH } = process.env;
  process.env.PATH = '';
  try {
    expect(openInBrowser(['/nowhere.html'], desk)).toBe(1);
    // Where it was not caught, the failure would end this process on the next turns.
    await new Promise((resolve) => setImmediate(resolve));
  } finally {
    process.env.PATH = PATH;
  }
});
