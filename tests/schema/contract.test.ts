import { readFile } from 'node:fs/promises';
import {
  buildSchema,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';

const contract = buildSchema(await readFile(new URL('contract.graphql', import.meta.url), 'utf8'));

/** Of the contract, what is not built yet. It only ever gets shorter: what is built must leave it. */
const notBuilt = ['Mutation.deleteMyData', 'Mutation.exportMyData'];

test('of what is built, every type, field, argument, default and enum value is as the contract says', () => {
  const promised = describe(contract);
  const built = describe(schema);
  const differing = [...promised].filter(([name, line]) => built.has(name) && built.get(name) !== line);
  expect(differing.map(([name, line]) => ({ name, promised: line, built: built.get(name) }))).toEqual([]);
});

test('of what is built, every description is as the contract says, where it has one', () => {
  const promised = descriptions(contract);
  const built = descriptions(schema);
  const differing = [...promised].filter(([name, text]) => built.has(name) && text !== '' && built.get(name) !== text);
  expect(differing.map(([name, text]) => ({ name, promised: text, built: built.get(name) }))).toEqual([]);
});

test('what of the contract is not built is exactly the written list', () => {
  const built = describe(schema);
  const missing = [...describe(contract).keys()].filter((name) => !built.has(name));
  const missingTypes = new Set(missing.filter((name) => !name.includes('.')));
  const highest = missing.filter((name) => !name.includes('.') || !missingTypes.has(name.split('.')[0] ?? ''));
  expect(highest.sort()).toEqual(notBuilt);
});

/** One line for each coordinate, all that a client can tell of it but its description. */
function describe(of: GraphQLSchema): Map<string, string> {
  return new Map(namedTypes(of).flatMap((type) => [[type.name, kindOf(type)] as const, ...members(type)]));
}

function kindOf(type: GraphQLNamedType): string {
  const extra =
    isObjectType(type) || isInterfaceType(type)
      ? type.getInterfaces().map(String)
      : isUnionType(type)
        ? type.getTypes().map(String).sort()
        : [];
  return [type.constructor.name, ...extra].join(' ');
}

function members(type: GraphQLNamedType): (readonly [string, string])[] {
  if (isEnumType(type)) return type.getValues().map(({ name }) => [`${type.name}.${name}`, 'value'] as const);
  return fieldsOf(type).map((field) => [`${type.name}.${field.name}`, fieldLine(field)] as const);
}

type AnyField = GraphQLField<unknown, unknown> | GraphQLInputField;

function fieldsOf(type: GraphQLNamedType): AnyField[] {
  const hasFields = isObjectType(type) || isInterfaceType(type) || isInputObjectType(type);
  return hasFields ? Object.values<AnyField>(type.getFields()) : [];
}

function fieldLine(field: AnyField): string {
  const args = 'args' in field ? field.args.map(argumentLine).sort() : [];
  return `(${args.join(', ')}): ${field.type}`;
}

function argumentLine({ name, type, defaultValue }: GraphQLArgument): string {
  return `${name}: ${type}${defaultValue === undefined ? '' : ` = ${JSON.stringify(defaultValue)}`}`;
}

function descriptions(of: GraphQLSchema): Map<string, string> {
  return new Map(
    namedTypes(of).flatMap((type) => [
      [type.name, type.description ?? ''] as const,
      ...fieldsOf(type).map((field) => [`${type.name}.${field.name}`, field.description ?? ''] as const),
    ]),
  );
}

function namedTypes(of: GraphQLSchema): GraphQLNamedType[] {
  return Object.values(of.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
}
