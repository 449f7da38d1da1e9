import { readFile } from 'node:fs/promises';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';

test('the committed schema.graphql is the schema that is served', async () => {
  const committed = await readFile(new URL('../../schema/schema.graphql', import.meta.url), 'utf8');
  expect(committed).toBe(`${printSchema(lexicographicSortSchema(schema))}\n`);
});

test('no field gives an answer key, an address or a hash of one to anybody but editors, who write the keys', () => {
  const names = Object.values(schema.getTypeMap()).flatMap((type) =>
    'getFields' in type ? Object.keys(type.getFields()).map((name) => `${type.name}.${name}`) : [],
  );
  const telling = /accepted$|tolerance|[mM]arkdown|[aA]ddress|\.email|Email|suppressed|[hH]ash$/;
  expect(names.filter((name) => telling.test(name)).sort()).toEqual([
    // What editors write.
    ...['ChallengeInput.accepted', 'ChallengeInput.bodyMarkdown', 'ChallengeInput.tolerance'],
    // Challenge.source is null to everyone else: challenge-page.test.ts.
    ...['ChallengeSource.accepted', 'ChallengeSource.bodyMarkdown', 'ChallengeSource.tolerance'],
    // How many mails SES accepted.
    'RunCounts.accepted',
    // Of the plan, not of a person.
    ...['WeeklyPlan.planHash', 'WeeklyRun.planHash'],
  ]);
});
