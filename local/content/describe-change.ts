// One difference between folder and project, as lines to print.
import { isDeepStrictEqual } from 'node:util';
import type { ContentItem } from './content-items.ts';
import { lineDiff } from './line-diff.ts';

/** The file with the names of the fields that differ, and the lines of its Markdown that do. No answer is in it. */
export function describeChange(before: ContentItem, after: ContentItem): string[] {
  const fields = Object.keys(after.source).filter((key) => !isDeepStrictEqual(before.source[key], after.source[key]));
  const diff = lineDiff(markdownOf(before), markdownOf(after));
  const shown = fields.some((field) => field === 'summary' || field === 'bodyMarkdown') ? diff : [];
  const more = shown.length - linesMax;
  return [
    `changed   ${after.path}: ${fields.join(', ')}`,
    ...shown.slice(0, linesMax).map((line) => `            ${line}`),
    ...(more > 0 ? [`            and ${more} more lines`] : []),
  ];
}

const linesMax = 12;

function markdownOf({ source }: ContentItem): string {
  return String(source.bodyMarkdown ?? source.summary ?? '');
}
