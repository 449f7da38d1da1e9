// Free ports for a stack beside another one.
import { createServer } from 'node:net';
import { fixedPorts, type Ports } from './ports.ts';

/** One port for each part of a stack, all free at this moment and different from each other. */
export async function freePorts(): Promise<Ports> {
  // All are held at once, so that the system cannot give one twice.
  const held = await Promise.all(
    Object.keys(fixedPorts).map(async (name) => {
      const server = createServer();
      await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
      const address = server.address();
      return { name, server, port: typeof address === 'object' && address ? address.port : 0 };
    }),
  );
  await Promise.all(held.map(({ server }) => new Promise((resolve) => server.close(resolve))));
  return { ...fixedPorts, ...Object.fromEntries(held.map(({ name, port }) => [name, port])) };
}
