import { expect, test } from 'vitest';
import { visitFromAddress } from '../../web/visit-from-address.ts';

test('the address names the week, and whether the questionnaire is wanted', () => {
  expect(visitFromAddress({ pathname: '/week/2026-W47', hash: '' })).toEqual({ week: '2026-W47', questions: false });
  expect(visitFromAddress({ pathname: '/', hash: '#questions' })).toEqual({ week: null, questions: true });
});
