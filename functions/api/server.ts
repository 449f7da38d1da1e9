// The GraphQL server, as a function from request to response.
import { type GraphQLError, NoSchemaIntrospectionCustomRule } from 'graphql';
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import type { Context } from '../../schema/context.ts';
import { maskError } from '../../schema/errors.ts';
import { schema } from '../../schema/index.ts';
import { operationLimits } from '../../schema/operation-limits.ts';
import { operationTimeout } from '../../schema/operation-timeout.ts';
import { requestBytesMax } from '../../schema/request-bytes-max.ts';
import { requestLimits } from '../../schema/request-limits.ts';
import type { Services } from '../services.ts';
import { viewer } from './viewer.ts';

/**
 * Answers at `/graphql`, and at `/health` without looking at anything. `explorer` switches GraphiQL and introspection on.
 * Nothing is logged but failures that nobody expected, and of those neither message nor body.
 */
export function createApi(services: Services, { explorer }: { explorer: boolean }): Api {
  const masked = (error: unknown) => maskError(error, { suggestions: explorer });
  return createYoga<object, Context>({
    schema,
    context: async ({ request }) => ({
      services,
      viewer: await viewer(services, request.headers),
    }),
    graphqlEndpoint: '/graphql',
    maskedErrors: { maskError: masked },
    // Yoga would log an error whole; `maskError` logs what may be logged.
    logging: false,
    // Only pages of this origin call it, through Hosting.
    cors: false,
    batching: false,
    maxRequestBodySize: requestBytesMax,
    // Strangers write the documents: a thousand kept ones, full of comments, would fill the memory.
    parserAndValidationCache: false,
    multipart: false,
    landingPage: false,
    graphiql: explorer && { title: 'Stepladder' },
    renderGraphiQL: async (options) => (await import('@graphql-yoga/render-graphiql')).renderGraphiQL(options),
    plugins: [
      requestLimits,
      ...(explorer ? [] : [withoutIntrospection]),
      operationLimits,
      maskedValidation(masked),
      operationTimeout,
    ],
  });
}

/** `fetch` takes a request of the Fetch standard, `handle` one of Node's. */
export type Api = YogaServerInstance<object, Context>;

/** A document of ours has none; who mends five sees the next. */
const errorsMax = 5;

/**
 * Yoga masks what fails in parsing and execution, and gives the errors of validation as they are. Only the first: each
 * may quote names from the document, and a hundred would make much more of it than was sent.
 */
function maskedValidation(masked: (error: unknown) => GraphQLError): Plugin {
  return {
    onValidate:
      () =>
      ({ result, setResult }) => {
        setResult(result.slice(0, errorsMax).map(masked));
      },
  };
}

const withoutIntrospection: Plugin = {
  onValidate: ({ addValidationRule }) => addValidationRule(NoSchemaIntrospectionCustomRule),
};
