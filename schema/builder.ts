// The schema builder: access and rate are declared on fields, and a root field without access does not build.
import SchemaBuilder, {
  BasePlugin,
  type PothosOutputFieldConfig,
  PothosSchemaError,
  type SchemaTypes,
} from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import ScopeAuthPlugin from '@pothos/plugin-scope-auth';
import { hasRole } from '../functions/api/has-role.ts';
import { AppError } from '../functions/errors.ts';
import type { Context, LearnerContext, SessionContext } from './context.ts';
import { fieldCost } from './field-cost.ts';
import { limitRate } from './limit-rate.ts';
import { rateLimitPlugin } from './rate-limit-plugin.ts';

class DenyByDefaultPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onOutputFieldConfig(config: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    const isRoot = config.kind === 'Query' || config.kind === 'Mutation' || config.kind === 'Subscription';
    if (isRoot && config.pothosOptions.authScopes === undefined) {
      throw new PothosSchemaError(`${config.parentType}.${config.name} does not say who may use it: add authScopes.`);
    }
    return config;
  }
}

const denyByDefault = 'denyByDefault';
SchemaBuilder.registerPlugin(denyByDefault, DenyByDefaultPlugin);

declare global {
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      denyByDefault: DenyByDefaultPlugin<Types>;
    }
  }
}

export const builder = new SchemaBuilder<{
  Context: Context;
  DefaultFieldNullability: false;
  AuthScopes: {
    /** Anyone, strangers too. */
    public: boolean;
    /** A session that came from a mail's link and whose uid is a learner's id. */
    learner: boolean;
    /** A session that came from a mail's link. */
    linkSession: boolean;
    /** Admins are editors and operators too. */
    editor: boolean;
    operator: boolean;
    admin: boolean;
  };
  AuthContexts: { learner: LearnerContext; editor: SessionContext };
  Scalars: { DateTime: { Input: Date; Output: Date }; ID: { Input: string; Output: string } };
}>({
  plugins: [ScopeAuthPlugin, denyByDefault, rateLimitPlugin, ComplexityPlugin],
  defaultFieldNullability: false,
  // What an operation costs is looked at while it is validated (operation-limits.ts), not field by field.
  complexity: { fieldComplexity: fieldCost, disabled: true },
  rateLimit: { check: limitRate },
  scopeAuth: {
    authScopes: ({ viewer }) => ({
      public: true,
      learner: viewer.kind === 'session' && viewer.learnerId !== null,
      linkSession: viewer.kind === 'session' && viewer.link,
      editor: hasRole(viewer, 'editor'),
      operator: hasRole(viewer, 'operator'),
      admin: hasRole(viewer, 'admin'),
    }),
    unauthorizedError: (_parent, { viewer }) =>
      viewer.kind === 'stranger'
        ? new AppError('UNAUTHENTICATED', 'Sign in first: open the link in your newest mail.')
        : new AppError('FORBIDDEN', 'This session may not do that.'),
  },
});

builder.queryType();
builder.mutationType();
