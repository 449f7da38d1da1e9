import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readForm } from '../../functions/mail/read-form.ts';

const bytes = (text: string) => Buffer.from(text);
const urlencoded = 'application/x-www-form-urlencoded';

test('a one-click body is read, as both RFC 8058 encodings have it', async () => {
  const field = { 'List-Unsubscribe': 'One-Click' };
  expect(await readForm(urlencoded, bytes('List-Unsubscribe=One-Click'))).toEqual(field);
  expect(await readForm(`${urlencoded}; charset=UTF-8`, bytes('List-Unsubscribe=One-Click'))).toEqual(field);
  const multipart = '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n';
  expect(await readForm('multipart/form-data; boundary=b', bytes(multipart))).toEqual(field);
});

test('fields come as they were typed, and a file is no field', async () => {
  expect(await readForm(urlencoded, bytes('a=1%20+2&b=%C3%BC&a=3'))).toEqual({ a: '3', b: 'ü' });
  const upload = new FormData();
  upload.set('undo', new Blob(['abc']), 'x.txt');
  upload.set('confirm', 'yes');
  const posted = new Response(upload);
  const type = posted.headers.get('content-type') ?? '';
  expect(await readForm(type, new Uint8Array(await posted.arrayBuffer()))).toEqual({ confirm: 'yes' });
});

test.each([
  ['no type', undefined, 'a=1'],
  ['JSON', 'application/json', '{"email":"ada@example.com"}'],
  ['plain text', 'text/plain', 'List-Unsubscribe=One-Click'],
  ['a type that is none', 'ü', 'a=1'],
  ['a multipart body without its boundary', 'multipart/form-data; boundary=b', 'a=1'],
  ['a body that is far too long', urlencoded, `a=${'x'.repeat(10_000)}`],
])('%s is no form', async (_, type, body) => {
  expect(await readForm(type, bytes(body))).toBeNull();
});

test('a request without a body has no form', async () => {
  expect(await readForm(urlencoded, undefined)).toBeNull();
});

test('whatever bytes come, it answers and never throws', async () => {
  const type = fc.oneof(fc.constantFrom(urlencoded, 'multipart/form-data; boundary=b'), fc.string());
  await fc.assert(
    fc.asyncProperty(type, fc.uint8Array({ maxLength: 300 }), async (contentType, body) => {
      const form = await readForm(contentType, body);
      expect(form === null || Object.values(form).every((value) => typeof value === 'string')).toBe(true);
    }),
  );
});
