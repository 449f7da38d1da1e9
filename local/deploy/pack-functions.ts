// What `firebase deploy` would upload of the functions, unpacked into a folder.
import { readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { z } from 'zod';

const configSchema = z.object({
  functions: z.tuple([z.object({ source: z.string(), ignore: z.array(z.string()) })]),
});

type Config = z.output<typeof configSchema>['functions'][0];
type Packaging = {
  prepareFunctionsUpload(
    projectFolder: string,
    source: string,
    config: Config,
    additional: [],
    runtimeConfig: undefined,
    options: { exportType: 'zip' },
  ): Promise<{ pathToSource: string }>;
};
type Zip = { unzip(file: string, folder: string): Promise<void> };

/**
 * Asks firebase-tools itself to pack the functions of the project at `root`, and unpacks that into `folder`, which is
 * made. By its own hand: rules of ours for what it picks would one day differ from its rules.
 */
export async function packFunctions(root: string, folder: string): Promise<void> {
  const [config] = configSchema.parse(JSON.parse(await readFile(join(root, 'firebase.json'), 'utf8'))).functions;
  const require = createRequire(import.meta.url);
  const packaging: Packaging = require('firebase-tools/lib/deploy/functions/prepareFunctionsUpload.js');
  const zip: Zip = require('firebase-tools/lib/unzip.js');
  const { pathToSource } = await packaging.prepareFunctionsUpload(
    root,
    join(root, config.source),
    config,
    [],
    undefined,
    { exportType: 'zip' },
  );
  await zip.unzip(pathToSource, folder);
  await rm(pathToSource, { force: true });
}
