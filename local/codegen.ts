// Writes what is generated from the schemas; with `--check` it only says which files are not what it would write.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { generate } from '@graphql-codegen/cli';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { z } from 'zod';
import config from '../codegen.ts';
import { schema } from '../schema/index.ts';
import { projectRoot } from './project-root.ts';

/** Gives the files that differ from what the schemas and operations say, and writes them unless `check` is set. */
async function codegen(check: boolean): Promise<string[]> {
  const printed = { filename: 'schema/schema.graphql', content: `${printSchema(lexicographicSortSchema(schema))}\n` };
  // First, because the documents are generated from the file.
  const drifted = await settle([printed], check);
  const generated: unknown = await generate({ ...config, cwd: projectRoot }, false);
  return [...drifted, ...(await settle(generatedFilesSchema.parse(generated), check))];
}

async function settle(files: GeneratedFile[], check: boolean): Promise<string[]> {
  const drifted: string[] = [];
  for (const { filename, content } of files) {
    const path = join(projectRoot, filename);
    if ((await readFile(path, 'utf8').catch(() => null)) === content) continue;
    drifted.push(filename);
    if (check) continue;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  return drifted;
}

const generatedFilesSchema = z.array(z.object({ filename: z.string(), content: z.string() }));
type GeneratedFile = z.infer<typeof generatedFilesSchema>[number];

const check = process.argv.includes('--check');
const drifted = await codegen(check);
for (const filename of drifted)
  console.log(check ? `${filename} is not up to date: npm run codegen` : `wrote ${filename}`);
if (check && drifted.length > 0) process.exitCode = 1;
