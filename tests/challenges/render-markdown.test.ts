// Markdown becomes safe HTML and readable text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../functions/challenges/render-markdown.ts';

describe('renderMarkdown', () => {
  it('keeps the structure a challenge is written in', () => {
    const { html } = renderMarkdown('# Coins\n\nOne is *false*, **heavier**.\n\n1. `a`\n2. b\n\n> hint\n\n---');
    expect(html).toBe(
      '<h1>Coins</h1>\n<p>One is <em>false</em>, <strong>heavier</strong>.</p>\n<ol>\n<li><code>a</code></li>\n' +
        '<li>b</li>\n</ol>\n<blockquote>\n<p>hint</p>\n</blockquote>\n<hr />\n',
    );
  });

  it('keeps a table and the alignment of its columns', () => {
    const { html, text } = renderMarkdown('| hiker | minutes |\n| --- | ---: |\n| Bo | 2 |');
    expect(html).toContain('<td style="text-align:right">2</td>');
    expect(text).toBe('hiker | minutes\nBo | 2');
  });

  it('shows HTML as it was typed and runs none of it', () => {
    const { html } = renderMarkdown('<script>alert(1)</script>\n\n<b onclick="x">b</b>');
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toMatch(/<(script|b)\b/);
  });

  it('lets no input produce an element or an attribute beyond the allow-list', () => {
    const pieces = fc.constantFrom(
      ...[
        '<script>',
        '<img src=x onerror=y>',
        '](javascript:a)',
        '![',
        '[a]',
        '(https://e.example "t")',
        '<a href="',
        '"',
      ],
      ...['`', '```js\n', '\n\n', '> ', '1. ', '- ', '|', '\n| --- |\n', '<style>', '&lt;', '<!--', 'onclick=x', '\\'],
    );
    const anyMarkdown = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 30 });
    fc.assert(
      fc.property(anyMarkdown, (parts) => {
        const { html } = renderMarkdown(parts.join(''));
        const tags = html.match(/<[^>]*>?/g) ?? [];
        for (const tag of tags) {
          expect(tag).toMatch(
            /^<(\/?(p|br|hr|h[1-6]|blockquote|pre|ul|ol|li|strong|em|s|code|a|table|thead|tbody|tr|th|td)( \/)?|ol start="\d+"|t[hd] style="text-align:(left|center|right)"|a href="(https?:\/\/|mailto:)[^"<>]*" rel="noopener noreferrer")>$/i,
          );
        }
      }),
    );
  });

  it('gives every link a rel, and drops the address of one that would lead nowhere in a mail', () => {
    expect(renderMarkdown('[a](https://example.com/x?a=1&b=2)').html).toBe(
      '<p><a href="https://example.com/x?a=1&amp;b=2" rel="noopener noreferrer">a</a></p>\n',
    );
    expect(renderMarkdown('[a](/x) [b](//evil.example) [c](ftp://x.example)').html).not.toContain('href');
  });

  it('shows an image’s description in its place', () => {
    const { html, text } = renderMarkdown('![three <doors>](https://example.com/doors.png)');
    expect(html).toBe('<p>three &lt;doors&gt;</p>\n');
    expect(text).toBe('three <doors>');
  });

  it('writes links, lists, quotes and code so that a plain mail reads well', () => {
    const markdown = [
      'Read [this](https://example.com) or <https://example.org>,\nthen go on.',
      '2. first\n3. second\n   - inner\n   - more',
      '- apart\n\n- from\n\n  each other',
      '> quoted\n>\n> twice',
      '```\nx = 1\n\ny = 2\n```',
      'a  \nb',
    ].join('\n\n');
    expect(renderMarkdown(markdown).text).toBe(
      [
        'Read this (https://example.com) or https://example.org, then go on.',
        '2. first\n3. second\n   - inner\n   - more',
        '- apart\n\n- from\n\n  each other',
        '> quoted\n>\n> twice',
        '    x = 1\n\n    y = 2',
        'a\nb',
      ].join('\n\n'),
    );
  });

  it('gives well-formed text, so that what is stored equals what was rendered', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('\ud800', '\udc00', 'a', '*', '[', ']', '\u0000') }),
        (markdown) => {
          const { html, text } = renderMarkdown(markdown);
          expect(html.isWellFormed() && text.isWellFormed()).toBe(true);
        },
      ),
    );
  });
});
