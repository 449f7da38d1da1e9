// Smokes a project for what a release promises.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { LocalError } from '../local-error.ts';
import type { Outside } from './outside.ts';
import type { Release } from './put-release.ts';
import { smoke } from './smoke.ts';

const configSchema = z.object({
  hosting: z.object({
    rewrites: z.array(z.object({ function: z.object({ functionId: z.string(), region: z.string() }).optional() })),
    headers: z.array(
      z.object({ source: z.string(), headers: z.array(z.object({ key: z.string(), value: z.string() })) }),
    ),
  }),
});

/** Throws a LocalError that names what does not hold, and ends with `advice`. */
export async function smokeRelease(outside: Outside, release: Release, advice: string): Promise<void> {
  const { hosting } = configSchema.parse(JSON.parse(await readFile(join(release.folder, 'firebase.json'), 'utf8')));
  const api = hosting.rewrites.find((rewrite) => rewrite.function?.functionId === 'api')?.function;
  const root = hosting.headers.find(({ source }) => source === '/');
  const policy = root?.headers.find(({ key }) => key === 'Content-Security-Policy')?.value ?? '';
  const { projectId, parameters } = release;
  const failed = await smoke(outside, { projectId, region: api?.region ?? '', parameters, policy });
  if (failed.length > 0)
    throw new LocalError(`It is in place, but this does not hold: ${failed.join('; ')}. ${advice}`);
}
