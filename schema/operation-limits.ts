// How deep, how broad and how costly one operation may be.
import { complexityFromQuery } from '@pothos/plugin-complexity';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import type { Plugin, YogaInitialContext } from 'graphql-yoga';
import { countAliases } from './count-aliases.ts';
import { variableFaults } from './variable-faults.ts';

/**
 * Refuses the whole operation once, before anything is resolved, and only where it is valid otherwise: an unknown field
 * has no cost. Measures the operation that will run; where it is not clear which one, execution refuses them all. Fields
 * of introspection count as one, whatever is asked below them; graphql-js bounds their depth itself.
 */
export const operationLimits: Plugin<YogaInitialContext> = {
  onValidate: ({ context, params }) => {
    const { schema, documentAST } = params;
    const { variables, operationName } = context.params;
    return ({ valid, setResult }) => {
      const operation = valid ? getOperationAST(documentAST, operationName) : null;
      if (!operation) return;
      const asked = { operation, fragments: fragmentsOf(documentAST), variables: variables ?? {} };
      const errors = overLimits(schema, asked);
      if (errors.length > 0) setResult(errors);
    };
  },
};

/**
 * The page's home query is 6 deep, asks for 69 fields and costs 575. The widest that we could think of, with all that a
 * learner may read and 50 weeks, is 7 deep, asks for 108 and costs 5,043. Each limit leaves that half as much again. The
 * page names no field anew; who does asks for the same long text several times, or for what is read again for each.
 */
const operationMax = { depth: 10, breadth: 200, cost: 10_000, aliases: 20, aliasCharacters: 100 };

type Asked = {
  operation: OperationDefinitionNode;
  fragments: FragmentDefinitionNode[];
  variables: Record<string, unknown>;
};

function overLimits(schema: GraphQLSchema, { operation, fragments, variables }: Asked): GraphQLError[] {
  const { count, longest } = countAliases(operation, fragments);
  const faults = variableFaults(schema, operation, variables);
  if (faults.length > 0) return faults;
  try {
    const document = { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] } satisfies DocumentNode;
    const { depth, breadth, complexity } = complexityFromQuery(document, { schema, variables });
    const message = refusal({ depth, breadth, cost: complexity, aliases: count, aliasCharacters: longest });
    return message === null ? [] : [new GraphQLError(message)];
  } catch (error) {
    // A variable that is missing, or an argument whose variable is null though it must not be.
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

function fragmentsOf({ definitions }: DocumentNode): FragmentDefinitionNode[] {
  return definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
}

function refusal({ depth, breadth, cost, aliases, aliasCharacters }: typeof operationMax): string | null {
  const max = operationMax;
  if (depth > max.depth) return `An operation may be at most ${max.depth} fields deep, not ${depth}.`;
  if (breadth > max.breadth) {
    return `An operation may ask for at most ${max.breadth} fields, fragments counted wherever they are spread, not ${breadth}.`;
  }
  if (aliases > max.aliases) {
    return `An operation may have at most ${max.aliases} aliases, fragments counted wherever they are spread, not ${aliases}.`;
  }
  if (aliasCharacters > max.aliasCharacters) {
    return `An alias may have at most ${max.aliasCharacters} characters, not ${aliasCharacters}.`;
  }
  return cost > max.cost
    ? `An operation may cost at most ${max.cost}, not ${cost}: ask for fewer fields, or for shorter pages by \`first\`.`
    : null;
}
