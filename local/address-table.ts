// The addresses of a running stack, as a person reads them.
import type { Stack } from './stack/stack.ts';

/** One line for each address, what it is first. */
export function addressTable({ ports, sesUrl, shopifyUrl }: Pick<Stack, 'ports' | 'sesUrl' | 'shopifyUrl'>): string {
  const host = (port: number) => `http://127.0.0.1:${port}`;
  const rows = [
    ['Page', `${host(ports.hosting)}/`],
    ['GraphQL API, GraphiQL', `${host(ports.hosting)}/graphql`],
    ['Mailbox, SES', `${sesUrl}/`],
    ['Shopify', shopifyUrl],
    ['Functions', host(ports.functions)],
    ['Firestore', `127.0.0.1:${ports.firestore}`],
    ['Pub/Sub', `127.0.0.1:${ports.pubsub}`],
    ['Auth', `127.0.0.1:${ports.auth}`],
  ] as const;
  const width = Math.max(...rows.map(([what]) => what.length));
  return rows.map(([what, address]) => `  ${what.padEnd(width)}  ${address}`).join('\n');
}
