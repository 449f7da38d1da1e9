// What is wrong with the variables of an operation, without saying what they hold.
import {
  coerceInputValue,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isInputType,
  isLeafType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';

/**
 * One error for each variable that was given and does not fit, about its first fault: a list of 30,000 faults would take
 * seconds to describe, as GraphQL's own coercion does without a limit. GraphQL's own words would also quote the value.
 */
export function variableFaults(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  values: Readonly<Record<string, unknown>>,
): GraphQLError[] {
  return variableDefinitions.flatMap((definition) => {
    const name = definition.variable.name.value;
    const type = typeFromAST(schema, definition.type);
    if (!Object.hasOwn(values, name) || !isInputType(type)) return [];
    return firstFault(definition, type, values[name]) ?? [];
  });
}

type Path = readonly (string | number)[];

function firstFault(nodes: VariableDefinitionNode, type: GraphQLInputType, value: unknown): GraphQLError | null {
  try {
    coerceInputValue(value, type, (path, found, { message }) => {
      const where = `$${nodes.variable.name.value}${path.map(printKey).join('')}`;
      const what = describeFault(typeAt(type, path), found, message);
      throw new GraphQLError(`Variable "${where}": ${what}`, { nodes });
    });
    return null;
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

function printKey(key: string | number): string {
  return typeof key === 'number' ? `[${key}]` : `.${key}`;
}

/** What GraphQL says of an object or a null names fields and types alone; of any other value it quotes it. */
function describeFault(type: GraphQLInputType, found: unknown, message: string): string {
  return found !== null && isLeafType(getNamedType(type)) ? `the value must be of type "${type}".` : message;
}

/** A list may be given as its only entry, whose path then has no index. */
function typeAt(type: GraphQLInputType, path: Path): GraphQLInputType {
  const [key, ...rest] = path;
  if (key === undefined) return type;
  if (isNonNullType(type)) return typeAt(type.ofType, path);
  if (isListType(type)) return typeAt(type.ofType, typeof key === 'number' ? rest : path);
  const field = isInputObjectType(type) ? type.getFields()[key] : undefined;
  return field === undefined ? type : typeAt(field.type, rest);
}
