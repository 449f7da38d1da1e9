import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { unsubscribeHeaders } from '../../functions/mail/unsubscribe-headers.ts';
import { type UnsubscribePage, unsubscribePage } from '../../functions/mail/unsubscribe-page.ts';

const site = { brandName: 'Tom & Ada’s "puzzles"', publicUrl: 'https://challenge.example.com' };
const pages: UnsubscribePage[] = [
  { kind: 'confirm' },
  { kind: 'unsubscribed', undoToken: 'aaa.bbb.ccc' },
  { kind: 'unsubscribed', undoToken: null },
  { kind: 'undone' },
  { kind: 'bad-link', expired: true },
  { kind: 'bad-link', expired: false },
  { kind: 'bad-request' },
];

describe.each(pages)('page %j', (page) => {
  const html = unsubscribePage(page, site);

  test('works without script, style or anything fetched', () => {
    expect(html).not.toMatch(/<script|<img|<link|url\(|@import| on\w+=/i);
    expect(html.replace(/<style>.*<\/style>/s, '')).toMatch(/<h1>[^<]+<\/h1>/);
  });

  test('gives its address, which bears the token, to no other site and to no search engine', () => {
    expect(html).toContain('<meta name="referrer" content="no-referrer">');
    expect(html).toContain('<meta name="robots" content="noindex">');
  });

  test('has one style, which its headers allow by its hash, and no other', () => {
    const styles = [...html.matchAll(/<style>(.*?)<\/style>/gs)].map(([, style]) => style ?? '');
    const hashes = styles.map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(unsubscribeHeaders['Content-Security-Policy']).toContain(`; style-src ${hashes.join(' ')};`);
    expect(html).not.toMatch(/ style=/);
  });

  test('shows the brand as text', () => {
    expect(html).toContain('<header>Tom &#38; Ada’s &#34;puzzles&#34;</header>');
  });
});
