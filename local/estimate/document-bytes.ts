// What a document weighs in Firestore.

/**
 * Bytes of a document with its name and its single-field index entries, as Firestore bills them
 * (https://firebase.google.com/docs/firestore/storage-size). `indexed` are paths of fields, such as `customer.entitled`.
 */
export function documentBytes(path: string, fields: object, indexed: readonly string[] = []): number {
  const nameBytes = sum(path.split('/').map(textBytes)) + 16;
  const ofIndexes = indexed.map((field) => nameBytes + 32 + textBytes(field) + valueBytes(valueAt(fields, field)));
  return nameBytes + mapBytes(fields) + 32 + sum(ofIndexes);
}

function mapBytes(map: object): number {
  return sum(Object.entries(map).map(([name, value]) => textBytes(name) + valueBytes(value)));
}

function valueBytes(value: unknown): number {
  if (value === null || typeof value === 'boolean') return 1;
  if (typeof value === 'number' || value instanceof Date) return 8;
  if (typeof value === 'string') return textBytes(value);
  if (Array.isArray(value)) return sum(value.map(valueBytes));
  if (typeof value === 'object') return mapBytes(value);
  throw new TypeError(`No field of a document holds a ${typeof value}.`);
}

function valueAt(fields: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((at, name) => Object.entries(at ?? {}).find(([key]) => key === name)?.[1], fields);
}

function textBytes(text: string): number {
  return Buffer.byteLength(text, 'utf8') + 1;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
