// Content files become levels, challenges and questionnaires, or an error that names each file and field to mend.
import type { ContentFile } from './content-file.ts';
import { type Content, examineContent } from './examine-content.ts';
import { refuseFaults } from './refuse-faults.ts';

/** Parses all files. Throws an AppError `BAD_USER_INPUT` with one line for each thing to mend: file, field, what is wrong. */
export function parseContent(files: ContentFile[]): Content {
  const { content, faults } = examineContent(files);
  refuseFaults(faults);
  return content;
}
