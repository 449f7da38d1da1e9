// Builds what is deployed, where its sources changed. `npm run build`
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contentHash } from './content-hash.ts';
import { projectRoot } from './project-root.ts';
import { runCommand } from './run-command.ts';

type Part = { name: string; sources: string[]; run: () => Promise<void> };

const shared = ['package-lock.json', 'package.json', 'local/build.ts'];
const parts: Part[] = [
  {
    name: 'functions',
    sources: [...shared, 'local/build-functions.ts', 'functions', 'schema'],
    run: async () => (await import('./build-functions.ts')).buildFunctions(),
  },
  {
    name: 'web',
    sources: [...shared, 'local/build-web.ts', 'web', 'schema/schema.graphql'],
    run: async () => (await import('./build-web.ts')).buildWeb(),
  },
];

/** Builds each part whose sources are not those of its last build; gives the names of those that were built. */
export async function build(): Promise<string[]> {
  await mkdir(join(projectRoot, 'build'), { recursive: true });
  const built = await Promise.all(parts.map(async (part) => ((await buildPart(part)) ? [part.name] : [])));
  return built.flat();
}

async function buildPart({ name, sources, run }: Part): Promise<boolean> {
  const stampPath = join(projectRoot, 'build', `${name}.sources`);
  const stamp = await contentHash(sources);
  if ((await readFile(stampPath, 'utf8').catch(() => '')) === stamp) return false;
  await run();
  await writeFile(stampPath, stamp);
  return true;
}

if (import.meta.main) {
  await runCommand(async () => {
    const started = performance.now();
    const built = await build();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(
      built.length > 0 ? `Built ${built.join(' and ')} in ${seconds} s` : 'Nothing changed since the last build',
    );
    return 0;
  });
}
