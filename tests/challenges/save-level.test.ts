// What editors may save as a level, asked through the API.
import { describe, expect, test } from 'vitest';
import { aLevel } from '../kit/a-level.ts';
import type { TestApi } from '../kit/an-api.ts';
import { anEditorsApi, type Input } from './editors-api.ts';

describe('saveLevel', () => {
  const saveLevel = (api: TestApi, changes: Input = {}) =>
    api.ask<{ saveLevel: object }, object>(
      'mutation ($input: LevelInput!) { saveLevel(input: $input) { id order name summary passesToAdvance } }',
      { input: { id: 'keen', order: 2, name: 'Keen', summary: 'More.', passesToAdvance: 4, ...changes } },
      'editor',
    );

  test('makes a level, and a later save changes it for everyone at once', async () => {
    const api = anEditorsApi();
    await saveLevel(api);
    const { data } = await saveLevel(api, { passesToAdvance: 2, summary: '', name: ' Very  keen ' });
    const keen = { id: 'keen', order: 2, name: 'Very keen', summary: '', passesToAdvance: 2 };
    expect(data?.saveLevel).toEqual(keen);
    const { data: seen } = await api.ask('{ levels { id order name summary passesToAdvance } }', {}, 'stranger');
    expect(seen).toEqual({ levels: [aLevel(), keen] });
  });

  test('may save a level again in its own place', async () => {
    expect((await saveLevel(anEditorsApi(), { id: 'curious', order: 1 })).errors).toEqual([]);
  });

  test('offers the lowest order that is free, where the highest is taken too', async () => {
    const api = anEditorsApi();
    await saveLevel(api, { order: 1000 });
    const { errors } = await saveLevel(api, { id: 'seasoned', order: 1000 });
    expect(errors[0]?.message).toMatch(/1000 is taken, 2 is free/);
    expect((await saveLevel(api, { id: 'seasoned', order: 2 })).errors).toEqual([]);
  });

  const refusals: [string, Input, RegExp][] = [
    [
      'an order that another level has',
      { order: 1 },
      /^input\.order must be one that no other level has: 1 is taken, 2 is free/,
    ],
    ['an order below 1', { order: 0 }, /^input\.order must be a whole number from 1/],
    ['no passes', { passesToAdvance: 0 }, /^input\.passesToAdvance must be a whole number from 1 to 52/],
    ['53 passes', { passesToAdvance: 53 }, /^input\.passesToAdvance must be/],
    ['a blank name', { name: ' ' }, /^input\.name must be one line of 1 to 80/],
    ['a name of two lines', { name: 'a\u2028b' }, /^input\.name must be one line/],
    ['a long summary', { summary: 'x'.repeat(501) }, /^input\.summary must be one line of 0 to 500/],
    ['a summary with NUL', { summary: '\0' }, /^input\.summary must be/],
    ['an id with capitals', { id: 'Keen' }, /^input\.id must be/],
    ['an id of a kilobyte', { id: 'k'.repeat(1024) }, /^input\.id must be/],
  ];
  test.each(refusals)('refuses %s, names the field and changes nothing', async (_, changes, message) => {
    const api = anEditorsApi();
    const { errors } = await saveLevel(api, changes);
    expect(errors).toMatchObject([{ message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(api.memory.catalogue.levels).toEqual([aLevel()]);
    expect(api.memory.written).toEqual([]);
  });
});
