import { expect, test } from 'vitest';
import { questionnaireOffer } from '../../web/questionnaire-offer.ts';

const none = { edges: [] };
const some = { edges: [{}] };

test('who has neither level nor challenge is asked at once', () => {
  expect(questionnaireOffer({ mayAnswerQuestionnaire: true, level: null, assignments: none })).toBe('now');
});

test('who got challenges without being asked is invited beside them', () => {
  expect(questionnaireOffer({ mayAnswerQuestionnaire: true, level: null, assignments: some })).toBe('invite');
});

test('who has a level may think again as long as the API says so', () => {
  for (const assignments of [none, some]) {
    expect(questionnaireOffer({ mayAnswerQuestionnaire: true, level: {}, assignments })).toBe('again');
    expect(questionnaireOffer({ mayAnswerQuestionnaire: false, level: {}, assignments })).toBe('none');
  }
});
