// What editors may save as a challenge, asked through the API.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { grade } from '../../functions/assignments/grade.ts';
import { aChallenge } from '../kit/a-challenge.ts';
import { anEditorsApi, type Input, save, stored } from './editors-api.ts';

const choice = (choices: unknown, accepted: unknown = ['one']): Input => ({
  ...{ answerKind: 'CHOICE', choices, accepted, tolerance: null },
});
const text = (...accepted: string[]): Input => ({ answerKind: 'TEXT', accepted, tolerance: null });

describe('saveChallenge', () => {
  test('makes a challenge that is not published, rendered, as the first revision', async () => {
    const api = anEditorsApi();
    const { data, errors } = await save(api);
    expect(errors).toEqual([]);
    expect(data?.saveChallenge).toEqual({
      ...{ id: 'coins', title: 'Coins', bodyHtml: '<p>How <strong>many</strong>?</p>\n', choices: null },
      level: { id: 'curious' },
      source: {
        ...{ bodyMarkdown: 'How **many**?', accepted: ['4'], tolerance: 0.5 },
        ...{ revision: 1, publishedAt: null, archivedAt: null },
      },
    });
    expect(stored(api)?.bodyText).toBe('How many?');
  });

  test('gives an edit the next revision, and keeps that it is published and archived', async () => {
    const [publishedAt, archivedAt] = [new Date('2026-01-01T00:00:00Z'), new Date('2026-06-01T00:00:00Z')];
    const api = anEditorsApi(aChallenge({ id: 'coins', revision: 7, publishedAt, archivedAt }));
    await save(api);
    expect(stored(api)).toMatchObject({ title: 'Coins', revision: 8, publishedAt, archivedAt });
    await save(api);
    expect(stored(api)?.revision).toBe(8);
  });

  test('keeps texts as a reader sees them: trimmed, on one line, composed', async () => {
    const api = anEditorsApi();
    await save(api, { title: '  Cafe\u0301  coins ', bodyMarkdown: 'a\r\nb\rc', ...text(' cafe\u0301 ', 'tea') });
    expect(stored(api)).toMatchObject({ title: 'Café coins', bodyMarkdown: 'a\nb\nc', accepted: ['café', 'tea'] });
  });

  const refusals: [string, Input, RegExp][] = [
    ['an id with slashes', { id: 'a/b' }, /^input\.id must be 1 to 63 of a to z/],
    ['an id of dots', { id: '..' }, /^input\.id /],
    ['an id of a kilobyte', { id: 'a'.repeat(1024) }, /^input\.id /],
    ['an empty id', { id: '' }, /^input\.id /],
    ['an id that Firestore keeps for itself', { id: '__all__' }, /^input\.id /],
    ['a level that does not exist', { levelId: 'nowhere' }, /^input\.levelId must be the id of a level/],
    ['a level id with slashes', { levelId: 'a/b' }, /^input\.levelId must be 1 to 63/],
    ['an order below 0', { order: -1 }, /^input\.order must be a whole number from 0/],
    ['a blank title', { title: ' \u200b ' }, /^input\.title must be one line of 1 to 120 characters/],
    ['a title of two lines', { title: 'a\nb' }, /^input\.title must be one line/],
    ['a title of 121 characters', { title: 'x'.repeat(121) }, /^input\.title must be one line/],
    ['a title with NUL', { title: 'a\0b' }, /^input\.title must be one line/],
    ['a title with half a surrogate pair', { title: 'a\ud800' }, /^input\.title must be one line/],
    ['a blank body', { bodyMarkdown: ' \n ' }, /^input\.bodyMarkdown must be 1 to 20000 characters/],
    ['a body of 20,001 characters', { bodyMarkdown: 'x'.repeat(20_001) }, /^input\.bodyMarkdown must be 1 to 20000/],
    ['a body with NUL', { bodyMarkdown: 'a\0b' }, /^input\.bodyMarkdown must be .*without control characters/],
    ['a body with half a surrogate pair', { bodyMarkdown: '\udc00' }, /^input\.bodyMarkdown must be .*broken Unicode/],
    [
      'a body that shows nothing',
      { bodyMarkdown: '[a]: https://example.com' },
      /^input\.bodyMarkdown must show something/,
    ],
    [
      'a body whose mail is too large',
      { bodyMarkdown: '蝸'.repeat(20_000) },
      /^input\.bodyMarkdown makes a mail of up to 39/,
    ],
    ['a number without an answer', { accepted: [] }, /^input\.accepted needs an answer/],
    ['two numbers', { accepted: ['4', '5'] }, /^input\.accepted must be one number/],
    ...['four', '', '1e999', 'NaN', 'Infinity', '0x10', '9'.repeat(400)].map((number): [string, Input, RegExp] => [
      `${number.slice(0, 9)} as a number`,
      { accepted: [number] },
      /^input\.accepted/,
    ]),
    ['a negative tolerance', { tolerance: -1 }, /^input\.tolerance must be a number from 0/],
    ['a tolerance for a text', { ...text('a'), tolerance: 1 }, /^input\.tolerance belongs to the answer kind NUMBER/],
    ['a blank text', text('a', ' \u00a0 '), /^input\.accepted\.1 must be one line/],
    ['an invisible text', text('\u200b'), /^input\.accepted\.0 must be one line/],
    ['a text without an answer', text(), /^input\.accepted needs an answer/],
    ['choices for a number', { choices: ['4', '5'] }, /^input\.choices belong to the answer kind CHOICE/],
    ['a choice without choices', choice(null), /^input\.choices belong/],
    ['one choice', choice(['one']), /^input\.choices must be at least two/],
    ['a blank choice', choice(['one', ' ']), /^input\.choices\.1 must be one line/],
    ['one choice twice', choice(['one', 'two', ' one ']), /^input\.choices must differ/],
    ['one choice twice, composed otherwise', choice(['café', 'cafe\u0301'], ['café']), /^input\.choices must differ/],
    ['one choice twice, but for what nobody sees', choice(['one', 'o\u200bne']), /^input\.choices must differ/],
    ['an answer that cannot be chosen', choice(['two', 'three']), /^input\.accepted must be one of the choices/],
    ['an answer for a review', { answerKind: 'REVIEW', tolerance: null }, /^input\.accepted must be empty/],
    ['an answer for a self-report', { answerKind: 'SELF_REPORT', tolerance: null }, /^input\.accepted must be empty/],
    ['a thousand bad answers', text(...Array(1000).fill('')), /^input\.accepted/],
  ];
  test.each(refusals)('refuses %s, names the field and changes nothing', async (_, changes, message) => {
    const api = anEditorsApi(aChallenge({ id: 'coins' }));
    const before = structuredClone(api.memory);
    const { errors } = await save(api, changes);
    expect(errors).toMatchObject([{ message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(errors[0]?.message.length).toBeLessThan(2000);
    expect(api.memory).toEqual(before);
  });

  test.each(['1e999', '-1e999'])('refuses the tolerance %s, which JSON cannot even write', async (tolerance) => {
    const api = anEditorsApi();
    const fields = `id: "coins", levelId: "curious", order: 1, title: "Coins", bodyMarkdown: "How many?"`;
    const document = `mutation { saveChallenge(input: { ${fields}, answerKind: NUMBER, accepted: ["4"], tolerance: ${tolerance} }) { id } }`;
    const { errors } = await api.ask(document, {}, 'editor');
    expect(errors).toMatchObject([
      { message: expect.stringMatching(/tolerance/), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(stored(api)).toBeUndefined();
  });

  test('names everything that is wrong at once, and quotes no answer', async () => {
    const { errors } = await save(anEditorsApi(), { id: 'A', title: '', accepted: ['secret\0'] });
    expect(errors[0]?.message).toMatch(/^input\.id must .*\. input\.title must .*\. input\.accepted\.0 must .*\.$/);
    expect(errors[0]?.message).not.toContain('secret');
  });

  test('takes every kind of answer', async () => {
    const api = anEditorsApi();
    const kinds = [
      ...[{}, { accepted: ['-0.50'], tolerance: null }, text('a', 'b'), choice(['one', 'two'])],
      ...['REVIEW', 'SELF_REPORT'].map((answerKind) => ({ answerKind, accepted: [], tolerance: null })),
      { answerKind: 'REVIEW', accepted: null, tolerance: null, title: 'Coins again' },
    ];
    for (const kind of kinds) expect((await save(api, kind)).errors).toEqual([]);
    expect(stored(api)?.revision).toBe(kinds.length);
  });

  test('keeps no key that a learner could not answer with', async () => {
    const line = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.double().map(String));
    const key = fc.oneof(
      fc.array(line, { minLength: 1, maxLength: 3 }).map((accepted) => text(...accepted)),
      line.map((number) => ({ answerKind: 'NUMBER', accepted: [number] })),
      fc.array(line, { minLength: 2, maxLength: 3 }).map((choices) => choice(choices, choices.slice(0, 1))),
    );
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(key, async (changes) => {
        const api = anEditorsApi();
        const { errors } = await save(api, changes);
        const challenge = stored(api);
        if (challenge === undefined) expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
        if (challenge === undefined) return;
        kept += 1;
        for (const answer of challenge.accepted)
          expect(grade(challenge, answer)).toEqual({ kind: 'marked', mark: 'PASSED' });
      }),
    );
    expect(kept).toBeGreaterThan(10);
  });
});
