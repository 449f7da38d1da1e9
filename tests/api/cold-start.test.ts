import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** Packages that the first answer needs. Every other one costs each cold start what it takes to load. */
const needed = [
  '@pothos/core',
  '@pothos/plugin-complexity',
  '@pothos/plugin-scope-auth',
  'dataloader',
  'firebase-functions/https',
  'firebase-functions/logger',
  'firebase-functions/params',
  'graphql',
  'graphql-yoga',
  'luxon',
  'zod',
];

test('the API loads no SDK before it is used: only these packages are imported at the top', () => {
  const entry = fileURLToPath(new URL('../../functions/api/api-trigger.ts', import.meta.url));
  expect([...packagesOf(entry)].sort()).toEqual(needed);
});

/** What a file imports statically, and what that imports; imports of types alone are erased. */
function packagesOf(entry: string, seen = new Set<string>()): Set<string> {
  const packages = new Set<string>();
  for (const name of staticImports(readFileSync(entry, 'utf8'))) {
    const path = resolve(dirname(entry), name);
    if (!name.startsWith('.')) packages.add(name);
    else if (!seen.has(path)) for (const found of packagesOf(path, seen.add(path))) packages.add(found);
  }
  return packages;
}

function staticImports(source: string): string[] {
  const statements = source.matchAll(/^(?:import|export)\s+(?!type\b)(?:[^;'"]*?\sfrom\s+)?'([^']+)'/gm);
  return [...statements].flatMap(([, name]) => (name === undefined || name.startsWith('node:') ? [] : name));
}
