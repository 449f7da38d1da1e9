// Rule: how many fields an operation names anew, and how long these names are.
import type { FragmentDefinitionNode, OperationDefinitionNode, SelectionSetNode } from 'graphql';

/** Counts a fragment wherever it is spread; the document must be valid, so that none is spread into itself. */
export function countAliases(
  { selectionSet }: OperationDefinitionNode,
  fragments: readonly FragmentDefinitionNode[],
): { count: number; longest: number } {
  const byName = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  const counted = new Map<string, number>();
  let longest = 0;
  const countFragment = (name: string): number => {
    const known = counted.get(name);
    if (known !== undefined) return known;
    const count = countIn(byName.get(name)?.selectionSet);
    counted.set(name, count);
    return count;
  };
  const countIn = (set: SelectionSetNode | undefined): number =>
    (set?.selections ?? []).reduce((sum, selection) => {
      if (selection.kind === 'FragmentSpread') return sum + countFragment(selection.name.value);
      const below = countIn(selection.selectionSet);
      if (selection.kind === 'InlineFragment' || selection.alias === undefined) return sum + below;
      longest = Math.max(longest, selection.alias.value.length);
      return sum + below + 1;
    }, 0);
  const count = countIn(selectionSet);
  return { count, longest };
}
