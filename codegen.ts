// What is generated from the schemas: typed documents for the page and the tests, and for Shopify's Admin API.
import type { CodegenConfig } from '@graphql-codegen/cli';

const typed = {
  plugins: ['typescript-operations', 'typed-document-node'],
  config: {
    documentMode: 'string',
    enumsAsTypes: true,
    useTypeImports: true,
    skipTypename: true,
    scalars: {
      DateTime: 'string',
      URL: 'string',
      UnsignedInt64: 'string',
    },
    // A scalar that nobody mapped is a mistake here, not `any` there.
    defaultScalarType: 'unknown',
  },
};

/** Paths are relative to the project's root. Another document or schema needs a line here and nothing else. */
const config: CodegenConfig = {
  silent: true,
  ignoreNoDocuments: true,
  generates: {
    'web/generated/graphql.ts': {
      ...typed,
      schema: 'schema/schema.graphql',
      documents: 'web/operations/*.graphql',
    },
    'tests/generated/graphql.ts': {
      ...typed,
      schema: 'schema/schema.graphql',
      documents: 'tests/operations/*.graphql',
    },
    'functions/shopify/generated/admin.ts': {
      ...typed,
      schema: 'functions/shopify/admin-2026-10.graphql',
      documents: 'functions/shopify/operations/*.graphql',
    },
  },
};

export default config;
