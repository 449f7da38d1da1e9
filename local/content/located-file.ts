// A content file with the places of its fields, so that a fault can be found in an editor.
import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { ContentFile } from '../../functions/challenges/parse-content.ts';

export type LocatedFile = ContentFile & {
  /** The line, from 1, of a field's key or an array's item; of the nearest that is there where it is missing. */
  lineOf(field: readonly (string | number)[]): number;
  /** The line, from 1, of the first line of the body. */
  bodyLine: number;
};

export type LineFault = { path: string; line: number; field: string; message: string };

/** Takes a file apart. A file that cannot be read so far as that gives null beside its faults. */
export function locatedFile(path: string, text: string): { file: LocatedFile | null; faults: LineFault[] } {
  const faults = spellingFaults(path, text);
  const match = /^---\n(.*?)^---[^\S\n]*(?:\n(.*))?$/ms.exec(text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'));
  const front = match?.[1];
  if (front === undefined) {
    const message = 'there is none: the file must begin with a line ---, then keys, then a line ---';
    return { file: null, faults: [...faults, { path, line: 1, field: 'front matter', message }] };
  }
  const tabLines = front.split('\n').flatMap((line, index) => (/^ *\t/.test(line) ? [index + 2] : []));
  const tabs = 'begins with a tab: YAML is indented with spaces only';
  faults.push(...tabLines.map((line) => ({ path, line, field: 'front matter', message: tabs })));

  const lines = new LineCounter();
  // With spaces in their place, so that what else is wrong can be told at once.
  const yaml = parseDocument(
    front.replace(/^ *\t[ \t]*/gm, (indent) => indent.replaceAll('\t', '  ')),
    { lineCounter: lines },
  );
  // The parser's own message would quote the line, answers and all. The file's first line is the one of dashes.
  const errors = yaml.errors.map(({ code, linePos }) => ({
    ...{ path, line: (linePos?.[0].line ?? 0) + 1, field: 'front matter' },
    message: `is not YAML (${code}): ${advice[code] ?? 'mind the colons, quotes and brackets of this line and the one before'}`,
  }));
  if (errors.length > 0) return { file: null, faults: [...faults, ...(tabLines.length > 0 ? [] : errors)] };
  const lineAt = (offset: number | undefined) => (offset === undefined ? 1 : lines.linePos(offset).line + 1);
  const bodyLine = front.split('\n').length + 2;
  const body = match?.[2] ?? '';
  const lineOf = (field: readonly (string | number)[]) =>
    field[0] === 'bodyMarkdown' || field[0] === 'summary' ? bodyLine + emptyLines(body) : lineAt(placeOf(yaml, field));
  return { file: { path, frontMatter: plainValue(yaml), body, lineOf, bodyLine }, faults };
}

const advice: Record<string, string> = {
  DUPLICATE_KEY: 'a key is there twice, keep one of them',
};

/** What editors save without being asked to. */
function spellingFaults(path: string, text: string): LineFault[] {
  const faults: LineFault[] = [];
  const add = (line: number, message: string) => faults.push({ path, line, field: 'file', message });
  if (text.startsWith('\uFEFF')) add(1, 'begins with a byte order mark: save it as UTF-8 without one');
  const carriage = text.indexOf('\r');
  if (carriage >= 0)
    add(text.slice(0, carriage).split('\n').length, 'its lines end with CR LF: save it with LF (Unix line ends)');
  return faults;
}

/** Null where an alias leads nowhere or to too much. */
function plainValue(yaml: ReturnType<typeof parseDocument>): unknown {
  try {
    return yaml.toJS();
  } catch (error) {
    if (error instanceof ReferenceError) return null;
    throw error;
  }
}

function placeOf(yaml: ReturnType<typeof parseDocument>, field: readonly (string | number)[]): number | undefined {
  let at: unknown = yaml.contents;
  let place: number | undefined;
  for (const part of field) {
    const next = isMap(at)
      ? at.items.find(({ key }) => (isScalar(key) ? key.value : key) === part)
      : isSeq(at)
        ? at.items[Number(part)]
        : undefined;
    const node = isPair(next) ? next.key : next;
    if (!isNode(node)) return place;
    place = node.range?.[0] ?? place;
    at = isPair(next) ? next.value : next;
  }
  return place;
}

function emptyLines(body: string): number {
  const lines = body.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  return Math.max(0, first);
}
