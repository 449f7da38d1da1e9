// How deep, how broad and how costly one operation may be.
import { createComplexityRule } from '@pothos/plugin-complexity';
import { type DocumentNode, GraphQLError, type GraphQLSchema, validate } from 'graphql';
import type { Plugin, YogaInitialContext } from 'graphql-yoga';

/**
 * Refuses the whole operation once, before anything is resolved, and only where it is valid otherwise: an unknown field
 * has no cost. Fields of introspection count as one, whatever is asked below them; graphql-js bounds their depth itself.
 */
export const operationLimits: Plugin<YogaInitialContext> = {
  onValidate: ({ context, params }) => {
    const { schema, documentAST } = params;
    const { variables, operationName } = context.params;
    return ({ valid, setResult }) => {
      if (!valid) return;
      const errors = overLimits(schema, documentAST, { variables, operationName });
      if (errors.length > 0) setResult(errors);
    };
  },
};

/**
 * The page's home query is 6 deep, asks for 69 fields and costs 575. The widest that we could think of, with all that a
 * learner may read and 50 weeks, is 7 deep, asks for 108 and costs 5,043. Each limit leaves that half as much again.
 */
const operationMax = { depth: 10, breadth: 200, cost: 10_000 };

type Asked = Pick<YogaInitialContext['params'], 'variables' | 'operationName'>;

function overLimits(
  schema: GraphQLSchema,
  document: DocumentNode,
  { variables, operationName }: Asked,
): GraphQLError[] {
  const rule = createComplexityRule({
    context: {},
    variableValues: variables ?? {},
    operationName: operationName ?? null,
    validate: ({ depth, breadth, complexity }, reportError) => {
      const message = refusal({ depth, breadth, cost: complexity });
      if (message !== null) reportError(new GraphQLError(message));
    },
  });
  try {
    return [...validate(schema, document, [rule])];
  } catch (error) {
    // An argument whose variable is null though it must not be.
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

function refusal({ depth, breadth, cost }: typeof operationMax): string | null {
  const { depth: depthMax, breadth: breadthMax, cost: costMax } = operationMax;
  if (depth > depthMax) return `An operation may be at most ${depthMax} fields deep, not ${depth}.`;
  if (breadth > breadthMax) {
    return `An operation may ask for at most ${breadthMax} fields, fragments counted wherever they are spread, not ${breadth}.`;
  }
  return cost > costMax
    ? `An operation may cost at most ${costMax}, not ${cost}: ask for fewer fields, or for shorter pages by \`first\`.`
    : null;
}
