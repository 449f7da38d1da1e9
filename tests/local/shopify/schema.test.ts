import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  buildSchema,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  NoDeprecatedCustomRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { expect, test } from 'vitest';
import { loadOperations } from './load-operations.ts';

const sdl = readFileSync(new URL('../../../functions/shopify/admin-2026-10.graphql', import.meta.url), 'utf8');
const schema = buildSchema(sdl);
const rules = [...specifiedRules, NoDeprecatedCustomRule];

test('the slice of the schema is byte for byte the one that was compared with the published schema, not even formatted', () => {
  const digest = createHash('sha256').update(sdl).digest('hex');
  expect(digest).toBe('f966e4beddab52f2a3d456949a571d1c498501678835aeeb14fa48efb03d992d');
});

test('the slice of the schema has the 93 types and 254 fields that were compared with the published one', () => {
  const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'));
  const fields = types.flatMap((type) =>
    isObjectType(type) || isInterfaceType(type) || isInputObjectType(type) ? Object.keys(type.getFields()) : [],
  );
  expect([types.length, fields.length]).toEqual([93, 254]);
});

test('all 31 operations are valid against the schema, and use nothing deprecated', () => {
  const operations = loadOperations();
  expect(operations.size).toBe(31);
  for (const [name, text] of operations)
    expect({ name, errors: validate(schema, parse(text), rules) }).toEqual({ name, errors: [] });
});

test('the validation can fail: a deprecated field and an unknown one are found', () => {
  expect(validate(schema, parse('{ currentBulkOperation { id } }'), rules)).toHaveLength(1);
  expect(validate(schema, parse('{ customerSegmentMembers(first: 1) { nodes { id } } }'), rules)).toHaveLength(1);
});
