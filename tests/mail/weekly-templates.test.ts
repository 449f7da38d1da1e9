import { expect, test } from 'vitest';
import { weeklyTemplates } from '../../functions/mail/weekly-templates.ts';
import { testConfig } from '../kit/test-config.ts';

const questionnaire = { kind: 'questionnaire' } as const;

test('a content is composed once, and again only where a hundred others were needed since', async () => {
  const templates = weeklyTemplates(testConfig());
  const composed: string[] = [];
  const get = (key: string) =>
    templates.get(key, () => {
      composed.push(key);
      return questionnaire;
    });
  const first = await get('first');
  expect(await get('first')).toBe(first);
  for (let other = 0; other < 99; other += 1) await get(`other ${other}`);
  await get('first');
  expect(composed.filter((key) => key === 'first')).toHaveLength(1);
  for (let other = 0; other < 100; other += 1) await get(`another ${other}`);
  await get('first');
  expect(composed.filter((key) => key === 'first')).toHaveLength(2);
});

test('mails that need one content at once wait for the same template', async () => {
  const templates = weeklyTemplates(testConfig());
  let composed = 0;
  const get = () =>
    templates.get('same', () => {
      composed += 1;
      return questionnaire;
    });
  await Promise.all([get(), get(), get()]);
  expect(composed).toBe(1);
});

test('a template that could not be composed is tried again', async () => {
  const templates = weeklyTemplates({ ...testConfig(), brandName: 'Weekly challenge' });
  const broken = {
    kind: 'challenge',
    get title(): string {
      throw new Error('No title.');
    },
  };
  await expect(templates.get('same', () => broken as never)).rejects.toThrow('No title.');
  expect(await templates.get('same', () => questionnaire)).toHaveProperty('fill');
});
