// What a field costs: about as many values as it puts into the answer.
import type { FieldComplexityValue } from '@pothos/plugin-complexity';
import { type GraphQLArgument, type GraphQLOutputType, getNullableType, isListType } from 'graphql';

/**
 * One for the field itself; what is asked below it costs once for each entry. A page has as many entries as `first` asks
 * for, and its `edges` are these; another list has about ten.
 */
export function fieldCost(
  args: { first?: unknown },
  _context: object,
  field: { name: string; type: GraphQLOutputType; args: readonly GraphQLArgument[] },
): FieldComplexityValue {
  const first = field.args.find(({ name }) => name === 'first');
  if (first !== undefined) return { field: 1, multiplier: pageLength(args.first ?? first.defaultValue) };
  const isList = isListType(getNullableType(field.type)) && field.name !== 'edges';
  return { field: 1, multiplier: isList ? listLength : 1 };
}

/** Five attempts, about eight levels, four choices. */
const listLength = 10;

/** The longest page of any field: a longer one is refused by its resolver, which names `first` and what it may be. */
const pageMax = 500;

function pageLength(first: unknown): number {
  return typeof first === 'number' ? Math.min(Math.max(first, 1), pageMax) : pageMax;
}
