import type { SESClient } from '@aws-sdk/client-ses';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Ses, startSes } from '../../../local/ses/start-ses.ts';
import { mime, send, sesClient } from './ses-kit.ts';

let ses: Ses;
let client: SESClient;

beforeEach(async () => {
  ses = await startSes({ port: 0, maxSendRate: 1_000 });
  client = sesClient(ses.url);
});

afterEach(async () => {
  client.destroy();
  await ses.close();
});

const page = async (query = '') => (await fetch(`${ses.url}/${query}`)).text();
const listed = (html: string) => [...html.matchAll(/class="name"><bdi>(.*?)<\/bdi>/g)].map(([, name]) => name);

async function sendTo(name: string, changed: Record<string, unknown> = {}): Promise<string> {
  const Data = await mime({ to: { name, address: 'someone@example.com' }, ...changed });
  const Destinations = ['someone@example.com'];
  return (await send(client, { Destinations, RawMessage: { Data } })).MessageId ?? '';
}

test('the list shows name, subject and preheader of each mail, the newest first', async () => {
  await sendTo('Ada', { subject: 'First', html: '<style>p{}</style><div hidden>Peek &amp; see</div><p>Hello</p>' });
  await sendTo('Grace', { subject: 'Second', html: undefined, text: 'Only\n  text' });
  const html = await page();
  expect(listed(html)).toEqual(['Grace', 'Ada']);
  expect(html).toMatch(/class="subject" dir="auto">Second<\/span>\s*<span class="preheader" dir="auto">Only text</);
  expect(html).toMatch(/class="preheader" dir="auto">Peek &amp; see Hello</);
  expect(html).toContain('2 mails');
});

test('a long encoded name and subject are whole in the list', async () => {
  const long = 'Größe 🎈 ñandú '.repeat(12).trim();
  await sendTo(long, { subject: long });
  const html = await page();
  expect(listed(html)).toEqual([long]);
  expect(html).toContain(`class="subject" dir="auto">${long}<`);
});

test('the address /?id=<messageId> opens that mail', async () => {
  const id = await sendTo('Ada', { subject: 'The first one' });
  await sendTo('Grace');
  expect(await page(`?id=${id}`)).toContain('<h1 dir="auto">The first one</h1>');
});

test('an id that is not kept says so', async () => {
  expect(await page('?id=gone')).toContain('This mail is not here any more.');
});

test('nothing in a mail becomes markup of the page', async () => {
  const attack = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
  const id = await sendTo(attack, {
    from: { name: attack, address: 'a@example.com' },
    subject: attack,
    text: `${attack} https://example.com/"onmouseover="alert(1)`,
    html: `${attack}</iframe><script>alert(2)</script>`,
    headers: { 'X-Attack': attack },
  });
  for (const tab of ['html', 'text', 'headers', 'raw']) {
    const html = await page(`?id=${id}&tab=${tab}`);
    expect(html).toContain('&lt;script&gt;');
    expect(html.replace(/<script nonce="[^"]+">/, '')).not.toMatch(/<script|<img/);
    expect(html).not.toMatch(/<[^>]*\sonmouseover=/);
  }
});

test('nothing in the query becomes markup of the page', async () => {
  await sendTo('Ada');
  const attack = '"><script>alert(1)</script>';
  const html = await page(`?${new URLSearchParams({ q: attack, id: attack, tab: attack, page: attack })}`);
  expect(html.replace(/<script nonce="[^"]+">/, '')).not.toContain('<script');
});

test('a mail is shown in a frame without scripts and forms, and the page loads nothing from elsewhere', async () => {
  await sendTo('Ada');
  const response = await fetch(ses.url);
  const sandbox = /<iframe [^>]*sandbox="([^"]*)"/.exec(await response.text())?.[1];
  expect(sandbox).toBe('allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation');
  const policy = response.headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/script-src 'nonce-[^']+';/);
});

test.each([
  ['a name', 'ADA', ['Ada']],
  ['a subject', 'brackets', ['Ada']],
  ['an address', 'someone@example', ['Grace', 'Ada']],
  ['nothing that is there', 'zzz', []],
])('a search finds %s in any case', async (_what, q, names) => {
  await sendTo('Ada', { subject: 'Balance the brackets' });
  await sendTo('Grace', { subject: 'Other' });
  expect(listed(await page(`?q=${encodeURIComponent(q)}`))).toEqual(names);
});

test('a long list comes in pages of 100', async () => {
  for (let count = 0; count < 101; count += 1) await send(client, { RawMessage: { Data: Buffer.from('To: a\n\n') } });
  const html = await page();
  expect(listed(html)).toHaveLength(100);
  expect(html).toContain('href="/?page=2">Older');
  expect(listed(await page('?page=2'))).toHaveLength(1);
  expect(listed(await page('?page=99'))).toHaveLength(1);
});

test.each([['html'], ['text'], ['headers'], ['raw']])(
  'the tab %s of a mail with no body at all is a page',
  async (tab) => {
    const { MessageId } = await send(client, { RawMessage: { Data: Buffer.from('\r\n') } });
    const response = await fetch(`${ses.url}/?id=${MessageId}&tab=${tab}`);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('(no subject)');
  },
);
