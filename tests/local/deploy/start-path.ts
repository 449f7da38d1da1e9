// What an instance reads when it loads the functions.
import { execFile } from 'node:child_process';
import { realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';

/** Every file that is read, relative to the folder, `/` between its parts. */
export async function startPath(folder: string): Promise<string[]> {
  const recorder = join(folder, 'recorder.mjs');
  await writeFile(
    recorder,
    `import { registerHooks } from 'node:module';
    const urls = [];
    registerHooks({ load: (url, context, next) => (urls.push(url), next(url, context)) });
    await import('./build/functions/index.js');
    process.stdout.write(JSON.stringify(urls), () => process.exit(0));`,
  );
  const { stdout } = await promisify(execFile)(process.execPath, [recorder], {
    cwd: folder,
    maxBuffer: 16 * 1024 * 1024,
  });
  const urls = z.array(z.string()).parse(JSON.parse(stdout));
  const root = `${pathToFileURL(await realpath(folder)).href}/`;
  return urls.filter((url) => url.startsWith(root)).map((url) => decodeURI(url.slice(root.length)));
}
