import { expect, test } from 'vitest';
import { questionnaireOffer } from '../../web/questionnaire-offer.ts';

const weeks = (...submissions: object[][]) => ({ edges: submissions.map((made) => ({ node: { submissions: made } })) });

test('who has neither level nor challenge is asked at once', () => {
  expect(questionnaireOffer({ level: null, assignments: weeks() })).toBe('now');
});

test('who got challenges without being asked is invited beside them', () => {
  expect(questionnaireOffer({ level: null, assignments: weeks([]) })).toBe('invite');
});

test('who has a level may think again until the first answer to any challenge', () => {
  expect(questionnaireOffer({ level: {}, assignments: weeks() })).toBe('again');
  expect(questionnaireOffer({ level: {}, assignments: weeks([], []) })).toBe('again');
  expect(questionnaireOffer({ level: {}, assignments: weeks([], [{}]) })).toBe('none');
  expect(questionnaireOffer({ level: null, assignments: weeks([{}]) })).toBe('none');
});
