import SchemaBuilder from '@pothos/core';
import { describe, expect, test, vi } from 'vitest';

/** A builder of its own for each test: what is added to it would stay. */
async function freshBuilder() {
  SchemaBuilder.allowPluginReRegistration = true;
  vi.resetModules();
  return (await import('../../schema/builder.ts')).builder;
}

describe('deny by default', () => {
  test('a query that does not say who may use it does not build, and the error names it', async () => {
    const builder = await freshBuilder();
    builder.queryField('forgotten', (t) => t.int({ resolve: () => 1 }));
    expect(() => builder.toSchema()).toThrow(/Query\.forgotten does not say who may use it/);
  });

  test('a mutation that does not say who may use it does not build, and the error names it', async () => {
    const builder = await freshBuilder();
    builder.queryField('fine', (t) => t.int({ authScopes: { public: true }, resolve: () => 1 }));
    builder.mutationField('forgotten', (t) => t.int({ resolve: () => 1 }));
    expect(() => builder.toSchema()).toThrow(/Mutation\.forgotten does not say who may use it/);
  });

  test('fields with access of their own build', async () => {
    const builder = await freshBuilder();
    builder.queryField('fine', (t) => t.int({ authScopes: { public: true }, resolve: () => 1 }));
    builder.mutationField('alsoFine', (t) => t.withAuth({ learner: true }).int({ resolve: () => 1 }));
    expect(builder.toSchema().getQueryType()?.name).toBe('Query');
  });
});
