// Lets a field say how often one caller may use it: `rateLimit: { max, windowSeconds }`.
import SchemaBuilder, {
  BasePlugin,
  type FieldNullability,
  type InputFieldMap,
  type PothosOutputFieldConfig,
  PothosSchemaError,
  type SchemaTypes,
  type TypeParam,
} from '@pothos/core';
import type { GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql';

/**
 * Calls the builder's `rateLimit.check` before a field that has a limit is resolved. Stands after the plugin of access
 * in the builder's list, so that who may not use a field at all is not counted.
 */
class RateLimitPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onOutputFieldConfig(config: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    const { rateLimit } = config.pothosOptions;
    // The library would take its own default for a zero.
    if (rateLimit !== undefined && !Object.values(rateLimit).every(isCount)) {
      throw new PothosSchemaError(`${config.parentType}.${config.name}: rateLimit takes whole numbers above zero.`);
    }
    return config;
  }

  override wrapResolve(
    resolve: GraphQLFieldResolver<unknown, Types['Context'], object>,
    { pothosOptions: { rateLimit } }: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    const { check } = this.builder.options.rateLimit;
    if (rateLimit === undefined) return resolve;
    return async (parent, args, context, info) => {
      await check(context, { ...rateLimit, info });
      return resolve(parent, args, context, info);
    };
  }
}

export const rateLimitPlugin = 'rateLimit';
SchemaBuilder.registerPlugin(rateLimitPlugin, RateLimitPlugin);

/**
 * At most `max` calls of one caller in any `windowSeconds`, in one instance; and at most `peerMax` of all strangers whom
 * one peer brings, such as a front end of Hosting (`max` unless given).
 */
type RateLimit = { max: number; windowSeconds: number; peerMax?: number };

/** `check` throws where the call is one too many. */
export type RateLimitOptions<Context> = {
  check(context: Context, call: RateLimit & { info: GraphQLResolveInfo }): Promise<void>;
};

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0;
}

declare global {
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      rateLimit: RateLimitPlugin<Types>;
    }
    export interface SchemaBuilderOptions<Types extends SchemaTypes> {
      rateLimit: RateLimitOptions<Types['Context']>;
    }
    export interface FieldOptions<
      Types extends SchemaTypes = SchemaTypes,
      ParentShape = unknown,
      Type extends TypeParam<Types> = TypeParam<Types>,
      Nullable extends FieldNullability<Type> = FieldNullability<Type>,
      Args extends InputFieldMap = InputFieldMap,
      ResolveShape = unknown,
      ResolveReturnShape = unknown,
    > {
      rateLimit?: RateLimit;
    }
  }
}
