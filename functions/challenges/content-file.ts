// A content file, taken apart.

/** A Markdown file of the content folder. */
export type ContentFile = {
  /** Within the content folder: `levels/<slug>.md`, `questionnaire.md` or `challenges/<level>/<slug>.md`. */
  path: string;
  /** The parsed front matter. */
  frontMatter: unknown;
  /** The Markdown below it. */
  body: string;
};
