// Edits the text of a content file: only the keys that changed are written anew, so that comments and spelling stay.
import { isDeepStrictEqual } from 'node:util';
import { isMap, isNode, isScalar, parseDocument } from 'yaml';
import type { ContentItem } from './content-items.ts';
import { keyLines } from './key-lines.ts';
import { markdownField } from './markdown-field.ts';

/** The text of the file that holds `before`, with what `after` has otherwise. Comments within a changed list are lost. */
export function editContent(text: string, before: ContentItem, after: ContentItem): string {
  const match = /^---\n(.*?)^---[^\S\n]*(?:\n(.*))?$/ms.exec(text);
  const field = markdownField[after.kind];
  const changed = Object.keys(after.source).filter(
    (key) => key !== 'levelId' && key !== field && !isDeepStrictEqual(before.source[key], after.source[key]),
  );
  const front = changed.reduce((edited, key) => setKey(edited, key, after.source[key]), match?.[1] ?? '');
  const isSameBody = field === null || before.source[field] === after.source[field];
  const body = isSameBody ? (match?.[2] ?? '') : `${String(after.source[field])}\n`;
  return `---\n${front}---\n${body}`;
}

function setKey(front: string, key: string, value: unknown): string {
  const lines = keyLines(key, value).join('');
  const { contents } = parseDocument(front);
  const pair = isMap(contents)
    ? contents.items.find((item) => isScalar(item.key) && item.key.value === key)
    : undefined;
  const start = isNode(pair?.key) ? pair.key.range?.[0] : undefined;
  if (start === undefined) return front + lines;
  const end = isNode(pair?.value) ? (pair.value.range?.[1] ?? start) : start;
  // A block's end is where its last line ends; that of a value on one line stands before a comment behind it.
  const before = front.slice(0, end).trimEnd().length;
  const restOfLine = front.slice(before);
  if (lines === '') return front.slice(0, start) + restOfLine.replace(/^[^\n]*\n/, '');
  return front.slice(0, start) + lines.trimEnd() + restOfLine;
}
