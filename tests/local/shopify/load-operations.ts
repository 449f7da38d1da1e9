// The Shopify operations of the project, and the others of Shopify's API that the stand-in must answer.
import { readdirSync, readFileSync } from 'node:fs';
import { type DocumentNode, Kind, parse, print, visit } from 'graphql';

const folders = ['../../../functions/shopify/operations/', './operations/'].map(
  (folder) => new URL(folder, import.meta.url),
);

/** Each operation by name, as one text with the fragments that it needs. */
export function loadOperations(): Map<string, string> {
  const definitions = folders.flatMap((folder) =>
    readdirSync(folder).flatMap((file) => parse(readFileSync(new URL(file, folder), 'utf8')).definitions),
  );
  const operations = new Map<string, string>();
  for (const definition of definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION && definition.name)
      operations.set(definition.name.value, print(withFragments({ kind: Kind.DOCUMENT, definitions: [definition] })));
  return operations;

  function withFragments(document: DocumentNode): DocumentNode {
    const names = new Set<string>();
    visit(document, { FragmentSpread: (node) => void names.add(node.name.value) });
    const known = new Set(document.definitions);
    const missing = definitions.filter(
      (each) => each.kind === Kind.FRAGMENT_DEFINITION && names.has(each.name.value) && !known.has(each),
    );
    if (missing.length === 0) return document;
    return withFragments({ kind: Kind.DOCUMENT, definitions: [...document.definitions, ...missing] });
  }
}
