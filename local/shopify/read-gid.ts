// Reads Shopify's global ids.
import { GraphQLError } from 'graphql';

/** The type and number of `gid://shopify/<type>/<number>`. Throws Shopify's GraphQL error for anything else. */
export function readGid(id: string): { type: string; number: number } {
  const match = /^gid:\/\/shopify\/([A-Za-z]+)\/(\d{1,15})$/.exec(id);
  if (!match) throw new GraphQLError(`Invalid global id '${id}'`, { extensions: { code: 'INVALID_VARIABLE' } });
  return { type: match[1] ?? '', number: Number(match[2]) };
}
