// Content files become levels, challenges and questionnaires, or an error that names each file and field to mend.
import { type Content, examineContent } from './examine-content.ts';
import { refuseFaults } from './refuse-faults.ts';

/** A Markdown file of the content folder, taken apart. */
export type ContentFile = {
  /** Within the content folder: `levels/<slug>.md`, `questionnaire.md` or `challenges/<level>/<slug>.md`. */
  path: string;
  /** The parsed front matter. */
  frontMatter: unknown;
  /** The Markdown below it. */
  body: string;
};

/** Parses all files. Throws an AppError `BAD_USER_INPUT` with one line for each thing to mend: file, field, what is wrong. */
export function parseContent(files: ContentFile[]): Content {
  const { content, faults } = examineContent(files);
  refuseFaults(faults);
  return content;
}
