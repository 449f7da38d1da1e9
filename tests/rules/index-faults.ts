// Where declared indexes and the queries of the stores do not fit each other.
import type { RecordedQuery } from '../kit/record-queries.ts';
import type { IndexFile } from './index-file.ts';
import { type IndexField, indexNeed } from './index-need.ts';

/** The fields of a collection's documents; a field that holds no fields of its own has an empty shape. */
export type Shape = { [field: string]: Shape };

/** One sentence for each fault; none where every query has its index and nothing is indexed that no query asks for. */
export function indexFaults(file: IndexFile, queries: RecordedQuery[], shapes: Record<string, Shape>): string[] {
  const used = new Set<string>();
  const missing = queries.flatMap((query) => missingFor(file, query, used));
  const idleComposites = file.indexes
    .filter((index) => !used.has(nameOf(index.collectionGroup, index.fields)))
    .map((index) => `no query needs the index ${nameOf(index.collectionGroup, index.fields)}`);
  const idleModes = file.fieldOverrides.flatMap(({ collectionGroup, fieldPath, indexes }) =>
    indexes
      .map((index) => nameOf(collectionGroup, [{ ...index, fieldPath }]))
      .filter((name) => !used.has(name))
      .map((name) => `no query needs the index ${name}`),
  );
  const unknown = file.fieldOverrides
    .filter(({ collectionGroup, fieldPath, ttl }) => !ttl && !hasField(shapes[collectionGroup], fieldPath))
    .map(({ collectionGroup, fieldPath }) => `no document has the field ${collectionGroup}.${fieldPath}`);
  const unexempted = Object.entries(shapes).flatMap(([group, shape]) =>
    Object.keys(shape).flatMap((field) => indexedForNothing(file, { group, used, shape }, field)),
  );
  return [...new Set([...missing, ...idleComposites, ...idleModes, ...unknown, ...unexempted])];
}

/** What a query lacks; what serves it is added to `used`. */
function missingFor(file: IndexFile, query: RecordedQuery, used: Set<string>): string[] {
  const { collectionGroup: group, everywhere } = query;
  const need = indexNeed(query);
  if ('single' in need) {
    return need.single.flatMap((wanted) => {
      used.add(nameOf(group, [wanted]));
      if (isIndexed(file, { group, everywhere }, wanted)) return [];
      return [`a query needs the exempted index ${nameOf(group, [wanted])}`];
    });
  }
  const { equal, sorted } = need.composite;
  const scope = everywhere ? 'COLLECTION_GROUP' : 'COLLECTION';
  const found = file.indexes.find((index) => {
    const fields = withoutImpliedId(index.fields);
    const head = fields.slice(0, equal.length).map(nameOfField).sort();
    return (
      index.collectionGroup === group &&
      index.queryScope === scope &&
      head.join() === equal.map(nameOfField).sort().join() &&
      fields.slice(equal.length).map(nameOfField).join() === sorted.map(nameOfField).join()
    );
  });
  if (found === undefined) return [`a query needs the undeclared index ${nameOf(group, [...equal, ...sorted])}`];
  used.add(nameOf(group, found.fields));
  return [];
}

/** Whether a field has a single-field index of its own, of its nearest map with an exemption, or by default. */
function isIndexed(file: IndexFile, at: { group: string; everywhere: boolean }, wanted: IndexField): boolean {
  const override = overrideOf(file, at.group, wanted.fieldPath);
  if (override === undefined) return !at.everywhere;
  const scope = at.everywhere ? 'COLLECTION_GROUP' : 'COLLECTION';
  return override.indexes.some(
    (index) => index.queryScope === scope && index.order === wanted.order && index.arrayConfig === wanted.arrayConfig,
  );
}

/** Subfields of a map follow the map's exemption unless they have their own (Firestore, single-field exemptions). */
function overrideOf(file: IndexFile, group: string, path: string): IndexFile['fieldOverrides'][number] | undefined {
  const own = file.fieldOverrides.find((one) => one.collectionGroup === group && one.fieldPath === path);
  const parent = path.slice(0, Math.max(0, path.lastIndexOf('.')));
  return own ?? (parent === '' ? undefined : overrideOf(file, group, parent));
}

function indexedForNothing(
  file: IndexFile,
  { group, used, shape }: { group: string; used: Set<string>; shape: Shape },
  path: string,
): string[] {
  const queried = [...used].filter((name) => name.startsWith(`${group}(`)).flatMap(fieldsOf);
  if (overrideOf(file, group, path) !== undefined || queried.includes(path)) return [];
  if (!queried.some((field) => field.startsWith(`${path}.`)))
    return [`no query needs ${group}.${path}, and it is not exempted from indexing`];
  return Object.keys(shapeAt(shape, path) ?? {}).flatMap((field) =>
    indexedForNothing(file, { group, used, shape }, `${path}.${field}`),
  );
}

function hasField(shape: Shape | undefined, path: string): boolean {
  return shapeAt(shape, path) !== undefined;
}

function shapeAt(shape: Shape | undefined, path: string): Shape | undefined {
  return path.split('.').reduce<Shape | undefined>((at, field) => at?.[field], shape);
}

/** An index ends in the document's id anyway, in the direction of its last field. */
function withoutImpliedId(fields: IndexField[]): IndexField[] {
  const [last, before] = [fields.at(-1), fields.at(-2)];
  return last?.fieldPath === '__name__' && last.order === before?.order ? fields.slice(0, -1) : fields;
}

function nameOfField({ fieldPath, order, arrayConfig }: IndexField): string {
  return `${fieldPath} ${order ?? arrayConfig}`;
}

function nameOf(group: string, fields: IndexField[]): string {
  return `${group}(${fields.map(nameOfField).join(', ')})`;
}

/** The fields in what `nameOf` gives. */
function fieldsOf(name: string): string[] {
  return name
    .slice(name.indexOf('(') + 1, -1)
    .split(', ')
    .flatMap((field) => field.split(' ').slice(0, 1));
}
