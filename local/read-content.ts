// Reads the content folder for those who take it whole or not at all.
import type { ContentFile } from '../functions/challenges/content-file.ts';
import { faultLines } from './content/fault-lines.ts';
import { readFolder } from './content/read-folder.ts';
import { LocalError } from './local-error.ts';

/** Every `.md` file below the folder, by path. Throws a LocalError with a line for each file that cannot be read. */
export async function readContent(folder: string): Promise<ContentFile[]> {
  const { files, faults } = await readFolder(folder);
  if (faults.length > 0) throw new LocalError(faultLines(folder, faults).join('\n'));
  return files.map(({ path, frontMatter, body }) => ({ path, frontMatter, body }));
}
