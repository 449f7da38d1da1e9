import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

test('the limiter is there also in a bundle, as a chunk that is loaded when it is first needed', {
  timeout: 30_000,
}, async () => {
  const outdir = await mkdtemp(join(tmpdir(), 'rate-limiter-'));
  try {
    const { metafile } = await build({
      stdin: {
        contents: "export const load = async () => (await import('./rate-limiter.ts')).rateLimiter;",
        resolveDir: fileURLToPath(new URL('../../schema', import.meta.url)),
      },
      outdir,
      entryNames: 'entry',
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      metafile: true,
      banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    });
    const entry = Object.entries(metafile.outputs).find(([path]) => path.endsWith('entry.mjs'));
    expect(entry?.[1].bytes).toBeLessThan(10_000);
    const { load } = await import(/* @vite-ignore */ pathToFileURL(join(outdir, 'entry.mjs')).href);
    expect(await load()).toBeTypeOf('function');
  } finally {
    await rm(outdir, { recursive: true });
  }
});
