// A new content file, as its author would have written it.
import type { ContentItem } from './content-items.ts';
import { keyLines } from './key-lines.ts';
import { markdownField } from './markdown-field.ts';

export function contentText({ kind, source }: ContentItem): string {
  const field = markdownField[kind];
  const keys = Object.entries(source).flatMap(([key, value]) =>
    key === field || (kind === 'challenge' && key === 'levelId') ? [] : keyLines(key, value),
  );
  const body = field === null ? '' : `${String(source[field])}\n`;
  return `---\n${keys.join('')}---\n${body}`;
}
