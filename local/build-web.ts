// Builds the learner's page for Firebase Hosting.
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from './project-root.ts';

/** Writes build/web; an empty folder while there is no page. */
export async function buildWeb(): Promise<void> {
  const outDir = join(projectRoot, 'build', 'web');
  await mkdir(outDir, { recursive: true });
  const root = join(projectRoot, 'web');
  const hasPage = await stat(join(root, 'index.html')).catch(() => undefined);
  if (!hasPage) return;
  const { build } = await import('vite');
  await build({ root, logLevel: 'warn', build: { outDir, emptyOutDir: true } });
}
