import { expect, test } from 'vitest';
import { answerDraft } from '../../web/answer-draft.ts';

function aStorage() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
}

function drafts() {
  const storage = aStorage();
  let keys = 0;
  const newKey = () => `key-${++keys}`;
  const draft = (learnerId = 'shopify-1', week = '2026-W48') => answerDraft(storage, { learnerId, week, newKey });
  return { storage, draft };
}

test('what was typed is there again after a reload, until the answer was taken', () => {
  const { storage, draft } = drafts();
  draft().write('thirty-six');
  expect(draft().read()).toBe('thirty-six');
  draft().forget();
  expect(draft().read()).toBe('');
  expect(storage.kept.size).toBe(0);
});

test('each week and each learner has a draft of its own', () => {
  const { draft } = drafts();
  draft().write('thirty-six');
  expect(draft('shopify-2').read()).toBe('');
  expect(draft('shopify-1', '2026-W47').read()).toBe('');
});

test('an answer whose fate is unknown keeps its key, also over a reload', () => {
  const { draft } = drafts();
  expect(draft().keyFor('36')).toBe('key-1');
  draft().write('36');
  expect(draft().keyFor('36')).toBe('key-1');
});

test('another answer has another key', () => {
  const { draft } = drafts();
  draft().keyFor('36');
  expect(draft().keyFor('37')).toBe('key-2');
});

test('once the API has answered, the same words again are a new attempt, and stay typed', () => {
  const { draft } = drafts();
  draft().keyFor('36');
  draft().settle();
  expect(draft().read()).toBe('36');
  expect(draft().keyFor('36')).toBe('key-2');
});

test('what somebody else left in the storage is no draft', () => {
  const { storage, draft } = drafts();
  for (const found of ['null', '{"answer":1}', 'not JSON', '']) {
    storage.setItem('draft:shopify-1:2026-W48', found);
    expect(draft().read()).toBe('');
  }
});
