// Every kind of answer is marked by its rule, and any string may come in.
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { grade } from '../../functions/assignments/grade.ts';
import { answerKindSchema } from '../../functions/challenges/challenge.ts';
import type { AnswerKey } from '../../functions/challenges/check-answer-key.ts';
import { parseContent } from '../../functions/challenges/parse-content.ts';
import { readContent } from '../../local/read-content.ts';

const key = (changes: Partial<AnswerKey>): AnswerKey => ({
  ...{ answerKind: 'TEXT', choices: null, accepted: [], tolerance: null },
  ...changes,
});
const passed = { kind: 'marked', mark: 'PASSED' };
const failed = { kind: 'marked', mark: 'FAILED' };
const choices = ['Only the café', 'The café and the 4', 'All'];
const keys: Record<AnswerKey['answerKind'], AnswerKey> = {
  TEXT: key({ accepted: ['Jon', 'only Jon'] }),
  NUMBER: key({ answerKind: 'NUMBER', accepted: ['14.7'], tolerance: 0.3 }),
  CHOICE: key({ answerKind: 'CHOICE', choices, accepted: ['All'] }),
  SELF_REPORT: key({ answerKind: 'SELF_REPORT' }),
  REVIEW: key({ answerKind: 'REVIEW' }),
};

describe('grade', () => {
  it('passes a text that says the same as any accepted one', () => {
    expect(grade(keys.TEXT, ' “ONLY  Jón”! ')).toEqual(passed);
    expect(grade(keys.TEXT, 'Jon and Kim')).toEqual(failed);
  });

  it('passes punctuation only where that very punctuation is the key', () => {
    const mark = key({ accepted: ['?', '\u200b'] });
    expect(['?', '？', ' ? '].map((answer) => grade(mark, answer))).toEqual([passed, passed, passed]);
    expect(['!', '...', '-'].map((answer) => grade(mark, answer))).toEqual([failed, failed, failed]);
    expect(grade(keys.TEXT, '?')).toEqual(failed);
  });

  it('marks a number by its key and tolerance', () => {
    expect(['15.0', '14,4', '147'].map((answer) => grade(keys.NUMBER, answer))).toEqual([passed, passed, failed]);
  });

  it('marks a choice that is on the list, word for word', () => {
    expect(choices.map((choice) => grade(keys.CHOICE, choice))).toEqual([failed, failed, passed]);
    expect(grade(keys.CHOICE, ' All\n')).toEqual(passed);
    expect(grade(keys.CHOICE, 'Only the cafe\u0301')).toEqual(failed);
  });

  it.each(['all', 'All.', 'Al', 'All four', '0', 'Only the cafe'])('refuses %s, which is not on the list', (answer) => {
    const message = 'answer must be one of the choices, word for word.';
    expect(grade(keys.CHOICE, answer)).toEqual({ kind: 'invalid', message });
  });

  it('takes the very choice where two differ only by what a reader cannot see', () => {
    const twins = key({ answerKind: 'CHOICE', choices: ['a', 'a '], accepted: ['a '] });
    expect(['a', 'a ', ' a'].map((answer) => grade(twins, answer))).toEqual([failed, passed, failed]);
  });

  it('refuses every choice where there is no list', () => {
    expect(grade(key({ answerKind: 'CHOICE', accepted: ['All'] }), 'All').kind).toBe('invalid');
  });

  it('takes a learner’s word for a self-report, and leaves a review to a person', () => {
    expect(grade(keys.SELF_REPORT, 'Done.')).toEqual(passed);
    expect(grade(keys.REVIEW, 'Half a page.')).toEqual({ kind: 'marked', mark: 'PENDING_REVIEW' });
  });

  it.each(answerKindSchema.options)('refuses for %s what is no answer at all', (kind) => {
    const answers = ['', ' \u00a0', '\u200b', 'a\0', '\ud800', 'x'.repeat(10_001), '1'.repeat(1_048_576)];
    for (const answer of answers)
      expect(grade(keys[kind], answer)).toEqual({
        kind: 'invalid',
        message: expect.stringMatching(/^answer must .+\.$/),
      });
  });

  it.each(answerKindSchema.options)(
    'gives a grade of %s to any string, and never says what it or the key was',
    (kind) => {
      const said = new Set<string>();
      const units = fc.array(fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)));
      const numberLike = fc.array(fc.constantFrom(..."0123456789.,'’ e+-/%x٣½\u00a0"), { maxLength: 12 });
      const anything = fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.oneof(units, numberLike).map((parts) => parts.join('')),
      );
      fc.assert(
        fc.property(anything, (answer) => {
          const given = grade(keys[kind], answer);
          said.add(given.kind === 'invalid' ? given.message : given.mark);
        }),
        { numRuns: 1_000 },
      );
      // Four faults of any answer, and at most four messages of a kind beside its marks: none is made of what came in.
      expect(said.size).toBeLessThanOrEqual(10);
      expect([...said].join()).not.toMatch(/14|Jon|café/);
    },
  );

  it.each(['a', '!', ' ', '1', '9,', "1'000", 'e\u0301', 'ﷺ', '1e', '- ', '½', '🐌', '\u0301', '𝟗', '1 0,', 'ß'])(
    'grades ten thousand characters of %j',
    (part) => {
      for (const kind of answerKindSchema.options)
        for (const last of ['', 'a', '1', '!'])
          expect(grade(keys[kind], [...part.repeat(9_999)].slice(0, 9_999).join('') + last).kind).toMatch(
            /^(mark|inv)/,
          );
    },
  );
});

describe('the sample content', async () => {
  const files = await readContent(join(import.meta.dirname, '../../content'));
  const rejected = z.object({ rejected: z.array(z.string()) });
  const challenges = files.flatMap((file) =>
    parseContent([file]).challenges.map((challenge) => ({ ...challenge, ...rejected.parse(file.frontMatter) })),
  );

  it.each(challenges)('passes every accepted answer of $id, and no rejected one', (challenge) => {
    for (const answer of challenge.accepted) expect(grade(challenge, answer)).toEqual(passed);
    for (const answer of challenge.rejected) expect(grade(challenge, answer)).toEqual(failed);
  });

  it('holds answers of every kind', () => {
    expect(new Set(challenges.map(({ answerKind }) => answerKind))).toEqual(new Set(answerKindSchema.options));
  });
});
