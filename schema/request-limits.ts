// How much one request to the API may ask for.
import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  GraphQLError,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';

/**
 * Refuses a GET, a POST that is not `application/json`, a document of over 1,000 tokens, a query of over 20 root fields
 * and a mutation of over five, however they are aliased or spread.
 */
export const requestLimits: Plugin = {
  onRequestParse({ request }) {
    // GraphiQL's page is answered before.
    if (request.method === 'GET') throw notPosted();
    if (request.method === 'POST' && mediaType(request) !== 'application/json') throw notJson();
  },
  onParse: ({ setParseFn }) =>
    setParseFn((source, options) => parse(source, { ...options, maxTokens: documentTokensMax })),
  onValidate: ({ addValidationRule }) => addValidationRule(limitRootFields),
};

/** The page's largest document has 80 tokens, and GraphiQL's introspection 184. */
const documentTokensMax = 1000;

/** A request for a thousand sign-in mails would be as quick to send as one; nobody wishes more than a few things at once. */
const rootFieldsMax = { query: 20, mutation: 5, subscription: 1 };

function mediaType(request: Request): string | undefined {
  return request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
}

/** An address that holds a query is kept in logs and histories, and nobody of ours sends one. */
function notPosted(): GraphQLError {
  return new GraphQLError('An operation must be sent by POST.', {
    extensions: { code: 'BAD_USER_INPUT', http: { status: 405, headers: { Allow: 'POST' } } },
  });
}

/** Forms and plain text are what a foreign page may send without asking first (Fetch standard, CORS-safelisted). */
function notJson(): GraphQLError {
  return new GraphQLError('The body must be sent as application/json.', {
    extensions: { code: 'BAD_USER_INPUT', http: { status: 415 } },
  });
}

function limitRootFields(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      const max = rootFieldsMax[node.operation];
      const fields = countRootFields(node, (name) => context.getFragment(name));
      if (fields <= max) return;
      const message = `A ${node.operation} may ask for at most ${max} root fields, not ${fields}.`;
      context.reportError(new GraphQLError(message, { nodes: node }));
    },
  };
}

/** A fragment counts once: where it is spread again, its fields are the same ones. */
function countRootFields(
  { selectionSet }: OperationDefinitionNode,
  fragmentOf: (name: string) => FragmentDefinitionNode | null | undefined,
): number {
  const seen = new Set<string>();
  const fieldsIn = (set: SelectionSetNode | undefined): number =>
    (set?.selections ?? []).reduce((sum, selection) => {
      if (selection.kind === 'Field') return sum + 1;
      if (selection.kind === 'InlineFragment') return sum + fieldsIn(selection.selectionSet);
      const name = selection.name.value;
      if (seen.has(name)) return sum;
      seen.add(name);
      return sum + fieldsIn(fragmentOf(name)?.selectionSet);
    }, 0);
  return fieldsIn(selectionSet);
}
