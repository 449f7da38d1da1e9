import { getOperationAST, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { variableFaults } from '../../schema/variable-faults.ts';
import { anApi } from '../kit/an-api.ts';

const query = 'mutation A($a: [QuestionnaireAnswerInput!]!) { answerQuestionnaire(answers: $a) { reason } }';
const empty = Array(30_000).fill({});
const unknownKeys = [Object.fromEntries(Array.from({ length: 9000 }, (_, index) => [`k${index}`, 1]))];

describe('variables that are wrong thousands of times', () => {
  test.each([
    ['30,000 empty objects', empty],
    ['an object of 9,000 unknown keys', unknownKeys],
    ['45,000 numbers', Array(45_000).fill(1)],
  ])('are answered with one error: %s', async (_name, a) => {
    const { errors } = await anApi().ask(query, { a }, 'stranger');
    expect(errors).toMatchObject([
      { message: expect.stringMatching(/^Variable "\$a\[0\]": /), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  test('are looked at up to the first fault', () => {
    let looked = 0;
    const entries = {
      *[Symbol.iterator]() {
        for (const entry of empty) {
          looked += 1;
          yield entry;
        }
      },
    };
    const operation = getOperationAST(parse(query));
    expect(operation && variableFaults(schema, operation, { a: entries })).toHaveLength(1);
    expect(looked).toBe(1);
  });

  test('are not looked at where another operation runs, or it is not clear which one', async () => {
    const { fetch } = anApi();
    const both = `${query} query B { levels { id } }`;
    const send = async (operationName?: string) => {
      const body = JSON.stringify({ query: both, operationName, variables: { a: empty } });
      const init = { method: 'POST', body, headers: { 'content-type': 'application/json' } };
      return (await fetch('/graphql', init)).json();
    };
    expect(await send('B')).toEqual({ data: { levels: [] } });
    for (const name of [undefined, 'C', ''])
      expect(await send(name)).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });
});

test('variables that fit are no faults, and neither are those that nobody declared', () => {
  const operation = getOperationAST(parse(query));
  const answer = { questionId: 'q', choiceId: 'c' };
  for (const values of [{ a: [answer] }, { a: answer }, {}, { a: [], other: 5 }])
    expect(operation && variableFaults(schema, operation, values)).toEqual([]);
});
