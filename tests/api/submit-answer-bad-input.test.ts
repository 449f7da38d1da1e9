import { debug, error, info, log, warn, write } from 'firebase-functions/logger';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SubmitAnswerDocument } from '../generated/graphql.ts';
import { aLearner } from '../kit/a-learner.ts';
import { aWeek } from '../kit/a-week.ts';
import { anAnswerer } from '../kit/an-answerer.ts';

vi.mock('firebase-functions/logger', { spy: true });

let logged: string[] = [];

beforeEach(() => {
  logged = [];
  const keep = (...args: unknown[]) => void logged.push(JSON.stringify(args));
  for (const line of [debug, error, info, log, warn, write]) vi.mocked(line).mockImplementation(keep);
  for (const level of ['debug', 'info', 'log', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation(keep);
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** Submits raw, and holds that nothing was written and nothing logged. */
async function refusedTo(variables: Partial<{ challengeId: string; answer: string; idempotencyKey: string }>) {
  const { ask, memory, owner } = anAnswerer();
  const before = owner();
  const whole = { challengeId: 'number', answer: '8', idempotencyKey: 'a-key', ...variables };
  const answered = await ask(SubmitAnswerDocument, whole, 'owner');
  expect(memory.written).toEqual([]);
  expect(memory.assignments.size).toBe(0);
  expect(owner()).toEqual(before);
  expect(logged).toEqual([]);
  return answered;
}

describe('an answer that is none', () => {
  test.each([
    ['number', 'empty', '', /empty or blank/],
    ['text', 'blank', ' \n\u200b\t', /empty or blank/],
    ['review', 'of 10,001 characters', 'x'.repeat(10_001), /10,000 characters/],
    ['text', 'with NUL', 'Par\0is', /control characters/],
    ['text', 'with a lone surrogate', 'Paris \ud83d', /Unicode/],
    ['number', 'NaN', 'NaN', /number/],
    ['number', 'Infinity', 'Infinity', /number/],
    ['number', '1e999', '1e999', /number/],
    ['number', 'with a unit', '8 metres', /unit/],
    ['choice', 'not on the list', 'middle', /left|right|choice/],
    ['report', 'blank', ' ', /empty or blank/],
  ])('to %s, %s, costs no attempt and says what would be right', async (challengeId, _name, answer, message) => {
    const { data, errors } = await refusedTo({ challengeId, answer });
    expect(errors).toEqual([]);
    expect(data?.submitAnswer).toEqual({
      __typename: 'InvalidAnswerError',
      message: expect.stringMatching(message),
    });
    expect(data?.submitAnswer).toMatchObject({ message: expect.stringMatching(/^answer /) });
  });

  test('may have 10,000 characters, of which an emoji is one', async () => {
    const { submit } = anAnswerer();
    expect(await submit('review', '🐌'.repeat(10_000))).toMatchObject({ submission: { mark: 'PENDING_REVIEW' } });
  });

  test('of a megabyte is refused at the door, with a body that says how much may come', async () => {
    const { data, errors, status } = await refusedTo({ answer: 'secret'.repeat(180_000) });
    expect(status).toBe(413);
    expect(data).toBeNull();
    expect(errors).toMatchObject([
      { message: 'The body may have at most 100000 bytes.', extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });
});

describe('an argument of the wrong form', () => {
  test.each([
    ['slashes', 'learners/shopify-1002'],
    ['a kilobyte', 'a'.repeat(1_024)],
    ['nothing', ''],
    ['dots', '..'],
    ['a dunder', '__proto__'],
    ['a capital letter', 'Number'],
    ['a line break', 'number\n'],
  ])('challengeId with %s is BAD_USER_INPUT that names it', async (_name, challengeId) => {
    const { data, errors } = await refusedTo({ challengeId });
    expect(data).toBeNull();
    expect(errors).toMatchObject([
      {
        message: expect.stringMatching(/^challengeId must be .*snail-in-the-well/),
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  });

  test.each([
    ['nothing', ''],
    ['a space', 'a key'],
    ['slashes', 'a/b'],
    ['101 characters', 'k'.repeat(101)],
    ['a line break', 'key\n'],
    ['NUL', 'k\0'],
  ])('idempotencyKey with %s is BAD_USER_INPUT that names it', async (_name, idempotencyKey) => {
    const { data, errors } = await refusedTo({ idempotencyKey });
    expect(data).toBeNull();
    expect(errors).toMatchObject([
      { message: expect.stringMatching(/^idempotencyKey must be .*UUID/), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  test('a key of 100 characters, a UUID and one of a single letter are right', async () => {
    for (const key of ['k'.repeat(100), '0b0e8a8e-6a5b-4c1f-9a43-0b3a7c9f1d11', 'k']) {
      expect(await anAnswerer().submit('number', '8', key)).toMatchObject({ submission: { mark: 'PASSED' } });
    }
  });
});

describe('a challenge that was not given', () => {
  test.each([
    ['unknown', 'none'],
    ['of a prototype', 'constructor'],
    ['foreign', 'keen-number'],
    ['archived and never given', 'keen-review'],
    ['not published', 'sharp-number'],
  ])('%s: looks like every other one, whatever the answer', async (_name, challengeId) => {
    for (const answer of ['8', '', 'left', 'x'.repeat(10_001)]) {
      const { ask, memory } = anAnswerer(
        {},
        { 'keen-review': { archivedAt: new Date('2026-11-01T00:00:00Z') }, 'sharp-number': { publishedAt: null } },
      );
      memory.learners.set(
        'shopify-1002',
        aLearner({ id: 'shopify-1002', weeks: { '2026-W48': aWeek('keen-number') } }),
      );
      const variables = { challengeId, answer, idempotencyKey: 'k' };
      expect(await ask(SubmitAnswerDocument, variables, 'owner')).toEqual({
        status: 200,
        errors: [],
        data: {
          submitAnswer: {
            __typename: 'NotAssignedError',
            message: 'challengeId must be a challenge that you were given.',
          },
        },
      });
      expect(memory.written).toEqual([]);
    }
  });
});

describe('the key', () => {
  const key = 'Rumpelstiltskin';
  const everything = `mutation ($answer: String!) {
    submitAnswer(challengeId: "text", answer: $answer, idempotencyKey: "k") {
      __typename
      ... on Error { message }
      ... on SubmitAnswerSuccess {
        leveledUp
        submission { id challengeId answer mark note submittedAt }
        assignment {
          id week outcome attemptsLeft nextAttemptAt
          submissions { id challengeId answer mark note submittedAt }
          challenge {
            id title bodyHtml answerKind choices level { id order name summary passesToAdvance }
            source { bodyMarkdown accepted tolerance revision publishedAt archivedAt }
          }
        }
        learner { id currentAssignment { challenge { source { accepted } } } }
      }
    }
  }`;

  test.each(['wrong', '', 'x'.repeat(10_001)])('is in no answer to a learner, whatever is selected', async (answer) => {
    const { ask } = anAnswerer({}, { text: { accepted: [key] } });
    const answered = await ask(everything, { answer }, 'owner');
    expect(answered.errors).toEqual([]);
    expect(JSON.stringify(answered)).not.toContain(key);
    expect(logged).toEqual([]);
  });

  test('stands in nothing that is stored for the learner to read', async () => {
    const { submit, memory } = anAnswerer({}, { text: { accepted: [key] } });
    await submit('text', 'wrong');
    expect(JSON.stringify([...memory.assignments.values(), ...memory.learners.values()])).not.toContain(key);
  });

  test('and the answer stand in no log, also where something fails unexpectedly', async () => {
    const { ask, services } = anAnswerer({}, { text: { accepted: [key] } });
    const { assignments } = await services.stores();
    assignments.change = async () => {
      throw new Error(`${key} and the answer`);
    };
    const variables = { challengeId: 'text', answer: 'my secret answer', idempotencyKey: 'k' };
    const { errors } = await ask(SubmitAnswerDocument, variables, 'owner');
    expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    expect(logged).toHaveLength(1);
    expect(logged.join()).not.toMatch(/Rumpel|secret|the answer/);
  });
});
