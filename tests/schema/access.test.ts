import { type GraphQLObjectType, getNamedType, isInterfaceType, isLeafType, isObjectType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { linkTokens } from '../../functions/mail/link-token.ts';
import { schema } from '../../schema/index.ts';
import type { SessionName, TestApi } from '../kit/an-api.ts';
import { aFullApi } from './a-full-api.ts';
import { accessTable } from './access-table.ts';
import { audiences, type Column, type Outcomes } from './audiences.ts';
import { fieldAccessTable } from './field-access-table.ts';

const columns = Object.keys(audiences.everyone) as Column[];
const roots = Object.entries(accessTable).map(([field, { operation, outcomes }]) => ({
  field,
  operation: operation.replace(/(?<={ )(?=\w)/, 'asked: '),
  outcomes,
}));
const below = Object.entries(fieldAccessTable).flatMap(([type, { fields, doors }]) =>
  doors.flatMap(({ operation, outcomes, except = {} }) =>
    fields.split(' ').map((name) => ({
      field: `${type}.${name}`,
      operation: operation.replace('FIELD', `asked: ${name}${isLeaf(type, name) ? '' : ' { __typename }'}`),
      outcomes: except[name] ?? outcomes,
    })),
  ),
);

describe('who may use which field', () => {
  test('every field of the schema is in the tables, and nothing else is', () => {
    const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
    const fields = types.flatMap((type) =>
      isObjectType(type) || isInterfaceType(type)
        ? Object.keys(type.getFields()).map((name) => `${type.name}.${name}`)
        : [],
    );
    const written = [...roots, ...below].map(({ field }) => field);
    expect([...new Set(written)].sort()).toEqual(fields.sort());
    expect(schema.getSubscriptionType()).toBeUndefined();
  });

  test.each([...roots, ...below])(
    '$field gives each session what its row says: $operation',
    async ({ operation, outcomes }) => {
      expect(await outcomesOf(operation)).toEqual(outcomes);
    },
  );

  test('an exception of the tables is a field of its type', () => {
    for (const { fields, doors } of Object.values(fieldAccessTable)) {
      const exceptions = doors.flatMap(({ except = {} }) => Object.keys(except));
      expect(fields.split(' ')).toEqual(expect.arrayContaining(exceptions));
    }
  });

  test.each(['unverifiedOperator', 'passwordOperator'] as const)(
    'a role counts only in a Google session with a verified address, so not for %s',
    async (session) => {
      for (const { field, operation, outcomes } of [...roots, ...below]) {
        if (outcomes !== audiences.operators && outcomes !== audiences.editors) continue;
        expect(await outcomeOf(aFullApi(), operation, session), field).toBe('FORBIDDEN');
      }
    },
  );

  test('what is refused changes nothing', async () => {
    for (const { field, operation, outcomes } of roots) {
      for (const session of columns) {
        if (outcomes[session] !== 'FORBIDDEN' && outcomes[session] !== 'UNAUTHENTICATED') continue;
        const api = aFullApi();
        const before = structuredClone(api.memory);
        await outcomeOf(api, operation, session);
        expect(api.memory, field).toEqual(before);
        expect(api.queue.waiting).toEqual([]);
        expect(api.mailer.sent).toEqual([]);
      }
    }
  });
});

function isLeaf(typeName: string, field: string): boolean {
  const type = schema.getType(typeName) as GraphQLObjectType | undefined;
  const found = type?.getFields()[field];
  return found !== undefined && isLeafType(getNamedType(found.type));
}

async function outcomesOf(operation: string): Promise<Outcomes> {
  const entries = columns.map(async (session) => [session, await outcomeOf(aFullApi(), operation, session)] as const);
  return Object.fromEntries(await Promise.all(entries)) as Outcomes;
}

/** What the field that is asked for under the name `asked` gives; of a list's entries, the best. */
async function outcomeOf(api: TestApi, operation: string, session: SessionName): Promise<string> {
  const { linkKeys: keys } = api.services.config;
  const token = await linkTokens({ keys, clock: api.clock }).sign('sign-in', 'shopify-1001');
  const { data, errors } = await api.ask<object, object>(operation.replace('LINK_TOKEN', token), {}, session);
  const [error] = errors;
  return error?.extensions.code ?? (holds(data) ? 'data' : 'null');
}

function holds(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, below]) => (key === 'asked' ? below !== null : holds(below)));
}
