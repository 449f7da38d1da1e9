// Markdown that means harm, or is of a size that nobody means.
import { describe, expect, test } from 'vitest';
import { anEditorsApi, save, stored } from './editors-api.ts';

describe('Markdown that means harm', () => {
  test('is rendered without script, frame, javascript: or data:', async () => {
    const api = anEditorsApi();
    const bodyMarkdown = [
      '<script>alert(1)</script><iframe src="https://evil.example"></iframe>',
      '[a](javascript:alert(1)) [b](data:text/html;base64,PHNjcmlwdD4=) [c](JaVaScRiPt:alert(1))',
      '<javascript:alert(1)> ![d](data:image/svg+xml,x) [e](&#106;avascript:alert(1))',
    ].join('\n\n');
    expect((await save(api, { bodyMarkdown })).errors).toEqual([]);
    expect(stored(api)?.bodyHtml).toMatch(/^(<\/?p>|[^<>]|\n)*$/);
  });

  const deep: [string, string][] = [
    ['lists', '- '.repeat(9_999)],
    ['numbered lists', '1. '.repeat(6_600)],
    ['quotes', '>'.repeat(19_000)],
    ['quotes in lists', '- > '.repeat(4_900)],
    ['emphasis', '*'.repeat(9_900)],
    ['lists by indentation', Array.from({ length: 120 }, (_, at) => `${'  '.repeat(at)}- a\n`).join('')],
  ];
  test.each(deep)('nested ten thousand deep is refused at once and by name: %s', async (_, opening) => {
    const api = anEditorsApi();
    const closing = opening.startsWith('*') ? opening : '';
    const { errors } = await save(api, { bodyMarkdown: `${opening}a${closing}` });
    expect(errors).toMatchObject([
      { message: expect.stringMatching(/^input\.bodyMarkdown must not nest .* deeper than 30/) },
    ]);
    expect(stored(api)).toBeUndefined();
  });

  test('ten lists in each other are nothing unusual', async () => {
    const bodyMarkdown = Array.from({ length: 10 }, (_, at) => `${'  '.repeat(at)}- *a*\n`).join('');
    expect((await save(anEditorsApi(), { bodyMarkdown })).errors).toEqual([]);
  });

  test.each(['[', '![', '`', '<', '&', '*a_', '[a](', '<a ', '|a|\n|-|\n', '~~a', '\\', '**a *b ', '- a\n', '> a\n\n'])(
    'of twenty thousand characters is rendered within a second: %j',
    async (unit) => {
      const started = performance.now();
      await save(anEditorsApi(), { bodyMarkdown: unit.repeat(20_000 / unit.length) });
      expect(performance.now() - started).toBeLessThan(1000);
    },
  );
});
