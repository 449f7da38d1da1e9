// Asks the API of a local stack, through Hosting as the page does.
import type { Stack } from '../../local/stack/stack.ts';
import type { TypedDocumentString } from '../generated/graphql.ts';

export type StackAnswer<Data> = {
  status: number;
  data: Data | null;
  errors?: { message: string; extensions: { code: string } }[];
};

/** As a stranger where there is no ID token. */
export async function askStack<Data, Variables>(
  { ports }: Pick<Stack, 'ports'>,
  {
    document,
    variables,
    idToken,
  }: { document: TypedDocumentString<Data, Variables>; variables: Variables; idToken?: string },
): Promise<StackAnswer<Data>> {
  const response = await fetch(`http://127.0.0.1:${ports.hosting}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(idToken && { Authorization: `Bearer ${idToken}` }) },
    body: JSON.stringify({ query: document.toString(), variables }),
  });
  return { status: response.status, ...((await response.json()) as Omit<StackAnswer<Data>, 'status'>) };
}
