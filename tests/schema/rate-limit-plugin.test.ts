import SchemaBuilder from '@pothos/core';
import { execute, parse } from 'graphql';
import { getGraphQLRateLimiter } from 'graphql-rate-limit';
import { describe, expect, test, vi } from 'vitest';
import { anApi } from '../kit/an-api.ts';

/** A builder of its own for each test: what is added to it would stay. */
async function freshBuilder() {
  SchemaBuilder.allowPluginReRegistration = true;
  vi.resetModules();
  const { builder } = await import('../../schema/builder.ts');
  builder.mutationField('nothing', (t) => t.int({ authScopes: { public: true }, resolve: () => 1 }));
  return builder;
}

const tenAliases = parse(`{ ${Array.from({ length: 10 }, (_, index) => `a${index}: field`).join(' ')} }`);
const stranger = { kind: 'stranger', caller: { peer: '192.0.2.1', client: '192.0.2.1' } } as const;
const passedIn = ({ data }: { data?: Record<string, unknown> | null }) =>
  Object.values(data ?? {}).filter((value) => value !== null).length;

describe('aliases of one query, which are resolved at once', () => {
  test('all get through the library as it comes', async () => {
    const limiter = getGraphQLRateLimiter({ identifyContext: () => 'ada' });
    const builder = await freshBuilder();
    builder.queryField('field', (t) =>
      t.int({
        nullable: true,
        authScopes: { public: true },
        resolve: async (parent, args, context, info) => {
          const refusal = await limiter({ parent, args, context, info }, { max: 3, window: '60s' });
          return refusal === undefined ? 1 : null;
        },
      }),
    );
    const contextValue = { services: anApi().services, viewer: stranger };
    expect(passedIn(await execute({ schema: builder.toSchema(), document: tenAliases, contextValue }))).toBe(10);
  });

  test('get through as often as the field’s limit says', async () => {
    const builder = await freshBuilder();
    const resolve = vi.fn(() => 1);
    builder.queryField('field', (t) =>
      t.int({
        nullable: true,
        authScopes: { public: true },
        rateLimit: { max: 3, windowSeconds: 60 },
        resolve,
      }),
    );
    const contextValue = { services: anApi().services, viewer: stranger };
    const result = await execute({ schema: builder.toSchema(), document: tenAliases, contextValue });
    expect(passedIn(result)).toBe(3);
    expect(result.errors).toHaveLength(7);
    expect(resolve).toHaveBeenCalledTimes(3);
  });
});

test('who may not use a field is refused for that, and is not counted', async () => {
  const builder = await freshBuilder();
  builder.queryField('field', (t) =>
    t.int({
      nullable: true,
      authScopes: { learner: true },
      rateLimit: { max: 1, windowSeconds: 60 },
      resolve: () => 1,
    }),
  );
  const contextValue = { services: anApi().services, viewer: stranger };
  const { errors } = await execute({ schema: builder.toSchema(), document: tenAliases, contextValue });
  expect(errors?.map(({ message }) => message)).toEqual(Array(10).fill(expect.stringContaining('Sign in first')));
});

test.each([
  { max: 0, windowSeconds: 60 },
  { max: 1.5, windowSeconds: 60 },
  { max: 5, windowSeconds: 0 },
  { max: 5, windowSeconds: Number.NaN },
])('a limit of %j does not build, and the error names the field', async (rateLimit) => {
  const builder = await freshBuilder();
  builder.queryField('field', (t) => t.int({ authScopes: { public: true }, rateLimit, resolve: () => 1 }));
  expect(() => builder.toSchema()).toThrow('Query.field: rateLimit takes whole numbers above zero.');
});
