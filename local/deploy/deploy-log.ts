// Which release went to a project when.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Outside } from './outside.ts';

const logSchema = z.array(
  z.object({
    release: z.string(),
    at: z.iso.datetime(),
    /** False while it is under way, and where it was broken off. */
    complete: z.boolean(),
  }),
);

/** Oldest first. */
export type DeployLog = z.infer<typeof logSchema>;

const pathOf = (root: string, projectId: string) => join(root, 'build/releases', `${projectId}.json`);

type Place = Pick<Outside, 'root' | 'print'>;

/** Empty where nothing was deployed from this folder; a file that is damaged is passed over, and one line is printed. */
export async function readDeployLog({ root, print }: Place, projectId: string): Promise<DeployLog> {
  const text = await readFile(pathOf(root, projectId), 'utf8').catch(() => '[]');
  const log = logSchema.safeParse(jsonOf(text));
  if (log.success) return log.data;
  print(
    `build/releases/${projectId}.json is damaged and is passed over: it no longer tells which release stood before; rollback takes one by --to.`,
  );
  return [];
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Writes the beginning of one; what it gives writes its end. */
export async function logDeploy(place: Place, projectId: string, { release, at }: { release: string; at: Date }) {
  const before = await readDeployLog(place, projectId);
  const path = pathOf(place.root, projectId);
  const write = async (complete: boolean) => {
    const log: DeployLog = [...before, { release, at: at.toISOString(), complete }];
    await mkdir(dirname(path), { recursive: true });
    // Broken off in the middle, the file before stays whole.
    await writeFile(`${path}.new`, `${JSON.stringify(log, null, 2)}\n`);
    await rename(`${path}.new`, path);
  };
  await write(false);
  return { complete: () => write(true) };
}

/**
 * The release to go back to: what stood before the one that stands now, or before a deploy that was broken off; a way back
 * that was broken off is gone again. What was gone back from is forgotten. Undefined where there is none.
 */
export function previousRelease(log: DeployLog): string | undefined {
  const stood: string[] = [];
  for (const { release, complete } of log) {
    const known = stood.indexOf(release);
    if (complete && known === -1) stood.push(release);
    else if (complete) stood.splice(known + 1);
  }
  const last = log.at(-1);
  if (last === undefined || last.complete) return stood.at(-2);
  return stood.includes(last.release) ? last.release : stood.at(-1);
}
