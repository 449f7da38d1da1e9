// What is wrong with a content file, by file and field.
import { AppError } from '../errors.ts';

export type ContentFault = {
  /** Within the content folder. */
  path: string;
  /** The way to the field in the front matter; empty where the front matter as a whole is meant. */
  field: readonly (string | number)[];
  /** What is wrong and what would be right, to stand behind the field's name; it quotes no answer. */
  message: string;
};

/** Throws an AppError `BAD_USER_INPUT` with one line for each fault, and nothing where there is none. */
export function refuseFaults(faults: ContentFault[]): void {
  if (faults.length === 0) return;
  const lines = faults.map(({ path, field, message }) => `${path}: ${field.join('.') || 'front matter'}: ${message}`);
  throw new AppError('BAD_USER_INPUT', `Content cannot be imported:\n${lines.join('\n')}`);
}
