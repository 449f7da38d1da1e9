// What somebody may type as a name or a title to break a mail.
import fc from 'fast-check';

const tricks = [
  'Ada\r\nBcc: eve@example.com',
  'Ada\nContent-Type: text/html\n\n<script>alert(1)</script>',
  'Ada\r\n\r\n--boundary',
  '"Ada" <eve@example.com>',
  'Ada\\" <eve@example.com>, "',
  'eve@example.com, mallory@example.com',
  '=?utf-8?Q?Ada=0D=0ABcc:_eve=40example.com?=',
  '=?utf-8?B?QmNjOiBldmVAZXhhbXBsZS5jb20=?=',
  '=?x?',
  '</h1><img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  '{{buttonUrl}} {{{bodyHtml}}} $& $1',
  '&lt;b&gt; &amp;',
  '\u202egnp.exe\u2066\u061c',
  'עדה לאבלייס',
  '👩🏽‍💻 🏴󠁧󠁢󠁥󠁮󠁧󠁿 \ud83d',
  '李小龍'.repeat(50),
  'a'.repeat(5000),
  `A${'\u0301'.repeat(2000)}`,
  '\u0000\u0007\u001b[31m\u007f\u0085\u2028',
  '(comment) group: a;',
  ' ',
];

/** Tricks, random text, and both run together. */
export const hostileText = fc
  .array(
    fc.oneof(fc.constantFrom(...tricks), fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 40 })),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((parts) => parts.join(''));
