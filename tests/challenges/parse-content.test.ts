// Content files that do not fit are refused with file and field.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../functions/challenges/check-content.ts';
import type { ContentFile } from '../../functions/challenges/content-file.ts';
import { examineContent } from '../../functions/challenges/examine-content.ts';
import { parseContent } from '../../functions/challenges/parse-content.ts';
import { readContent } from '../../local/read-content.ts';

const level: ContentFile = {
  path: 'levels/curious.md',
  frontMatter: { id: 'curious', order: 1, name: 'Curious', passesToAdvance: 3 },
  body: 'Two\nlines.\n',
};
const challenge = (changes: Record<string, unknown> = {}, path = 'challenges/curious/coins.md'): ContentFile => ({
  path,
  frontMatter: { id: 'coins', order: 1, title: 'Coins', answerKind: 'TEXT', accepted: ['one'], ...changes },
  body: '\nHow many?\n',
});
const question = { id: 'q', prompt: 'Why?', choices: ['a', 'b'].map((id) => ({ id, text: id, points: 1 })) };
const questionnaire: ContentFile = {
  path: 'questionnaire.md',
  frontMatter: {
    version: '1',
    questions: [question],
    thresholds: [{ levelId: 'curious', minPoints: 0 }],
  },
  body: '',
};

const withChoice = (changes: Record<string, unknown>): ContentFile => {
  const choices = question.choices.map((choice) => ({ ...choice, ...changes, id: choice.id }));
  return {
    ...questionnaire,
    frontMatter: { ...Object(questionnaire.frontMatter), questions: [{ ...question, choices }] },
  };
};

describe('parseContent', () => {
  it('takes a level, a challenge of its folder’s level and a questionnaire', () => {
    const content = parseContent([level, challenge({ rejected: ['two'] }), questionnaire]);
    expect(content.levels).toEqual([
      { id: 'curious', order: 1, name: 'Curious', passesToAdvance: 3, summary: 'Two lines.' },
    ]);
    expect(content.challenges).toEqual([
      {
        ...{ id: 'coins', levelId: 'curious', order: 1, title: 'Coins', bodyMarkdown: 'How many?' },
        ...{ answerKind: 'TEXT', choices: null, accepted: ['one'], tolerance: null },
      },
    ]);
    expect(content.questionnaires.map(({ version }) => version)).toEqual(['1']);
  });

  it.each([
    ['a wrong type', challenge({ order: 'first' }), 'challenges/curious/coins.md: order: '],
    ['an answer that YAML reads as a number', challenge({ accepted: [4] }), 'coins.md: accepted.0: '],
    ['an unknown field', challenge({ tittle: 'x' }), 'coins.md: tittle: is no key that belongs here'],
    ['an id that is not the file’s name', challenge({ id: 'other' }), 'coins.md: id: must be coins'],
    ['a marked challenge without an answer', challenge({ accepted: [] }), 'coins.md: accepted: needs an answer'],
    ['a review with an answer', challenge({ answerKind: 'REVIEW' }), 'coins.md: accepted: must be empty'],
    ['a choice without choices', challenge({ answerKind: 'CHOICE' }), 'coins.md: choices: '],
    ['choices where none can be made', challenge({ choices: ['one', 'two'] }), 'coins.md: choices: '],
    [
      'an accepted answer that cannot be chosen',
      challenge({ answerKind: 'CHOICE', choices: ['two', 'three'] }),
      'coins.md: accepted: must be one of the choices',
    ],
    ['a number in words', challenge({ answerKind: 'NUMBER' }), 'coins.md: accepted: must be one number'],
    ['a tolerance for a text', challenge({ tolerance: 1 }), 'coins.md: tolerance: '],
    ['a file elsewhere', challenge({}, 'coins.md'), 'coins.md: front matter: must be levels/<slug>.md'],
    [
      'no front matter',
      { ...level, frontMatter: null },
      'levels/curious.md: front matter: must be keys with values, a line each, such as order: 10',
    ],
    ['a file deeper down', { ...level, path: 'levels/a/b/curious.md' }, 'front matter: must be levels/<slug>.md'],
    ['points in words', withChoice({ points: 'three' }), 'questions.0.choices.0.points: must be a number'],
    ['a choice without text', withChoice({ text: undefined }), 'choices.0.text: is missing, and must be text'],
    [
      'an unknown field within a question',
      {
        ...questionnaire,
        frontMatter: { ...Object(questionnaire.frontMatter), questions: [{ ...question, hint: 'x' }] },
      },
      'questionnaire.md: questions.0.hint: is no key that belongs here',
    ],
    [
      'two questions of one id',
      { ...questionnaire, frontMatter: { ...Object(questionnaire.frontMatter), questions: [question, question] } },
      'questionnaire.md: questions.1.id: is there twice',
    ],
  ])('refuses %s, by file and field', (_, file, message) => {
    expect(() => parseContent([file])).toThrow(message);
  });

  it.each<[string, ContentFile, string]>([
    [
      'a misspelt key',
      { ...challenge(), frontMatter: { id: 'coins', order: 1, titel: 'Coins', answerKind: 'REVIEW' } },
      'titel: is no key that belongs here: take it out, or mend its spelling, and title is missing',
    ],
    ['an id that no file could have', challenge({ id: 'My Coins' }), 'id: must be coins, as the file is named'],
    ['no id', challenge({ id: undefined }), 'id: is missing, and must be coins, as the file is named'],
    ['a choice without choices', challenge({ answerKind: 'CHOICE' }), 'choices: belong to the answer kind CHOICE'],
    ['front matter that is a list', challenge({}), 'front matter: must be keys with values'],
    ['a misspelt answer kind', challenge({ answerKind: 'NUMBRE' }), 'answerKind: must be one of TEXT, NUMBER'],
  ])('takes %s for one mistake', (what, file, message) => {
    const { faults } = examineContent([what.endsWith('list') ? { ...file, frontMatter: ['id'] } : file]);
    expect(faults).toHaveLength(1);
    expect(faults.map(({ field, message }) => `${field.join('.') || 'front matter'}: ${message}`)[0]).toContain(
      message,
    );
  });

  it('names everything that is wrong at once, and no answer', () => {
    const files = [challenge({ accepted: ['secret'], answerKind: 'NUMBER' }), { ...level, body: 'x'.repeat(501) }];
    const refused = expect.objectContaining({
      code: 'BAD_USER_INPUT',
      message: expect.stringMatching(/^(?!.*secret).*coins\.md: accepted.*curious\.md: summary/s),
    });
    expect(() => parseContent(files)).toThrow(refused);
  });
});

describe('checkContent', () => {
  const check = (...files: ContentFile[]) => checkContent(parseContent(files), []);

  it('refuses a challenge or a threshold of a level that does not exist', () => {
    expect(() => check(challenge())).toThrow('challenges/curious/coins.md: levelId: there is no level curious');
    expect(() => check(questionnaire)).toThrow('questionnaire.md: thresholds.0.levelId: there is no level curious');
    expect(() => checkContent(parseContent([challenge()]), parseContent([level]).levels)).not.toThrow();
  });

  it('refuses two challenges of one id in different levels, and two levels of one order', () => {
    const keen = { ...level, path: 'levels/keen.md', frontMatter: { ...Object(level.frontMatter), id: 'keen' } };
    expect(() => check(level, keen)).toThrow(
      'levels/keen.md: order: another level has the order 1, curious: give each',
    );
    // The fault is in the file that is there, whichever level was first.
    const taken = parseContent([{ ...keen, path: 'levels/keen.md' }]).levels;
    expect(() => checkContent(parseContent([level]), taken)).toThrow(
      'levels/curious.md: order: another level has the order 1, keen: give each its own',
    );
    const files = [level, challenge(), challenge({}, 'challenges/keen/coins.md')];
    expect(() => check(...files)).toThrow('challenges/keen/coins.md: id: another level');
  });
});

describe('the sample content', () => {
  it('fits, has at least six challenges in each level, and begins at the first level', async () => {
    const content = parseContent(await readContent(join(import.meta.dirname, '../../content')));
    expect(() => checkContent(content, [])).not.toThrow();
    for (const { id } of content.levels)
      expect(content.challenges.filter(({ levelId }) => levelId === id).length).toBeGreaterThanOrEqual(6);
    expect(content.questionnaires).toHaveLength(1);
  });
});
