import { readFile } from 'node:fs/promises';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';

test('the committed schema.graphql is the schema that is served', async () => {
  const committed = await readFile(new URL('../../schema/schema.graphql', import.meta.url), 'utf8');
  expect(committed).toBe(`${printSchema(lexicographicSortSchema(schema))}\n`);
});

test('no field gives an answer key, an address or a hash of one to anybody', () => {
  const names = Object.values(schema.getTypeMap()).flatMap((type) =>
    'getFields' in type ? Object.keys(type.getFields()) : [],
  );
  expect(
    names.filter((name) => /accepted$|tolerance|[mM]arkdown|[aA]ddress|^email|Email|suppressed|[hH]ash$/.test(name)),
  ).toEqual([
    // RunCounts: how many mails SES accepted.
    'accepted',
    // WeeklyRun and WeeklyPlan: of the plan, not of a person.
    'planHash',
    'planHash',
  ]);
});
