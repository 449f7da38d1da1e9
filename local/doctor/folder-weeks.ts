// The challenges of each level in the content folder.
import { parseContent } from '../../functions/challenges/parse-content.ts';
import { AppError } from '../../functions/errors.ts';
import { LocalError } from '../local-error.ts';
import { Unseen } from '../project/unseen.ts';
import { readContent } from '../read-content.ts';

/** By level, 0 for one without. Throws an Unseen where a file is not right: the content check says which. */
export async function folderWeeks(folder: string): Promise<Map<string, number>> {
  try {
    const { levels, challenges } = parseContent(await readContent(folder));
    return new Map(levels.map(({ id }) => [id, challenges.filter(({ levelId }) => levelId === id).length]));
  } catch (error) {
    if (!(error instanceof AppError || error instanceof LocalError)) throw error;
    throw new Unseen('a file of content/ is not right', 'Run npm run content -- check');
  }
}
