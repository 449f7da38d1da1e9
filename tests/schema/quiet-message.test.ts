import { describe, expect, test } from 'vitest';
import { anApi } from '../kit/an-api.ts';

const sendTo = 'mutation ($e: String!) { requestSignInLink(email: $e) }';
const saveLevel = 'mutation ($i: LevelInput!) { saveLevel(input: $i) { id } }';
const saveChallenge = 'mutation ($i: ChallengeInput!) { saveChallenge(input: $i) { id } }';
const answers = 'mutation ($a: [QuestionnaireAnswerInput!]!) { answerQuestionnaire(answers: $a) { reason } }';
const level = { id: 'curious', order: 1, name: 'Curious', summary: '', passesToAdvance: 1 };
const challenge = { id: 'a', levelId: 'b', order: 1, title: 't', bodyMarkdown: 'x', answerKind: 'TEXT' };

describe('what GraphQL says of a request', () => {
  test.each([
    [sendTo, { e: { address: 'ada secret' } }, 'Variable "$e": the value must be of type "String!".'],
    [sendTo, { e: ['ada secret'] }, 'Variable "$e": the value must be of type "String!".'],
    [sendTo, { e: null }, 'Variable "$e": Expected non-nullable type "String!" not to be null.'],
    [sendTo, {}, 'Variable "$e" of required type "String!" was not provided.'],
    [saveLevel, { i: { ...level, order: 'ada secret' } }, 'Variable "$i.order": the value must be of type "Int!".'],
    [saveLevel, { i: 'ada secret' }, 'Variable "$i": Expected type "LevelInput" to be an object.'],
    [
      saveLevel,
      { i: { ...level, more: 'ada secret' } },
      'Variable "$i": Field "more" is not defined by type "LevelInput".',
    ],
    [
      saveLevel,
      { i: { ...level, name: undefined, summary: 'ada secret' } },
      'Variable "$i": Field "name" of required type "String!" was not provided.',
    ],
    [
      saveChallenge,
      { i: { ...challenge, answerKind: 'ada secret' } },
      'Variable "$i.answerKind": the value must be of type "AnswerKind!".',
    ],
    [
      saveChallenge,
      { i: { ...challenge, accepted: ['ada', 7] } },
      'Variable "$i.accepted[1]": the value must be of type "String!".',
    ],
    [
      answers,
      { a: { questionId: 'q', choiceId: { secret: 'ada' } } },
      'Variable "$a.choiceId": the value must be of type "ID!".',
    ],
    ['mutation { requestSignInLink(email: ["ada secret"]) }', {}, 'String cannot represent a non string value.'],
    ['{ challenge(id: {ada: "secret"}) { id } }', {}, 'ID cannot represent a non-string and non-integer value.'],
    ['{ me { assignments(first: "ada secret") { edges { cursor } } } }', {}, 'Int cannot represent non-integer value.'],
    ['mutation { saveLevel(input: "ada secret") { id } }', {}, 'Expected value of type "LevelInput!".'],
    [
      'mutation { saveChallenge(input: {id: "a", levelId: "b", order: 1, title: "t", bodyMarkdown: "x", answerKind: ada}) { id } }',
      {},
      'The value does not exist in "AnswerKind" enum.',
    ],
    [
      'mutation { saveChallenge(input: {id: "a", levelId: "b", order: 1, title: "t", bodyMarkdown: "x", answerKind: "ada"}) { id } }',
      {},
      'Enum "AnswerKind" cannot represent non-enum value.',
    ],
    [
      'mutation ($id: ID = "x") { saveLevel(input: {id: $id, order: 1, name: "ada", summary: "secret", passesToAdvance: 1}) { id } }',
      { id: null },
      'Argument "input" has a value that does not fit.',
    ],
    ['{ me(x: "ada" "secret") }', {}, 'Syntax Error: Expected Name.'],
    ['{ levels { id } } 7331', {}, 'Syntax Error: Unexpected Int.'],
    ['{ me(x: "ada \\secret") }', {}, 'Syntax Error: Invalid character escape sequence.'],
    ['{ me(x: "ada secret) }', {}, 'Syntax Error: Unterminated string.'],
  ])('names what is wrong, and not what was given: %s with %j', async (query, variables, message) => {
    const { errors } = await anApi().ask(query, variables, 'admin');
    expect(errors.map((error) => [error.message, error.extensions.code])).toEqual([[message, 'BAD_USER_INPUT']]);
  });

  test.each([
    ['a long name in each of 110 errors', `query ${'q'.repeat(92_000)}(`, 110],
    ['a long name in one', `query ${'q'.repeat(92_000)}(`, 1],
  ])('is short, whatever the document is: %s', async (_name, start, count) => {
    const variables = Array.from({ length: count }, (_, index) => `$v${index}: Int`).join(' ');
    const { errors } = await anApi().ask(`${start}${variables}) { levels { id } }`, {}, 'stranger');
    expect(errors).toHaveLength(Math.min(count, 5));
    for (const { message } of errors) expect(message).toMatch(/^Variable "\$v\d" is never used in operation "q+…$/);
    for (const { message } of errors) expect(message).toHaveLength(300);
  });
});
