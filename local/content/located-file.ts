// A content file with the places of its fields, so that a fault can be found in an editor.
import { isAlias, isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { ContentFile } from '../../functions/challenges/content-file.ts';

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
  const match = /^---\n(.*?)^---[^\S\n]*(?:\n(.*))?$/ms.exec(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  const fail = (line: number, message: string) => ({
    file: null,
    faults: [...faults, { path, line, field: 'front matter', message }],
  });
  const front = match?.[1];
  if (front === undefined)
    return fail(1, 'there is none: the file must begin with a line ---, then keys, then a line ---');
  // The file's first line is the one of dashes.
  const tab = /^ *\t/m.exec(front);
  if (tab !== null) return fail(lineIn(front, tab.index) + 1, 'begins with a tab: YAML is indented with spaces only');
  const end = /^\.\.\.(?:\s|$)/m.exec(front);
  if (end !== null) return fail(lineIn(front, end.index) + 1, 'ends here for YAML, by the dots: take this line out');

  const lines = new LineCounter();
  const yaml = parseDocument(front, { lineCounter: lines, logLevel: 'error' });
  // One mistake makes several errors, and the parser's own message would quote the line, answers and all.
  const [error] = yaml.errors.toSorted((a, b) => a.pos[0] - b.pos[0]);
  if (error !== undefined) {
    const { code, linePos } = error;
    const what = advice[code] ?? 'mind the colons, quotes and brackets of this line and the one before';
    return fail((linePos?.[0].line ?? 0) + 1, `is not YAML (${code}): ${what}`);
  }
  const named = placeOfName(yaml);
  if (named !== undefined) return fail(lineIn(front, named) + 1, byName);
  const lineAt = (offset: number | undefined) => (offset === undefined ? 1 : lines.linePos(offset).line + 1);
  const bodyLine = front.split('\n').length + 2;
  const body = match?.[2] ?? '';
  const lineOf = (field: readonly (string | number)[]) =>
    field[0] === 'bodyMarkdown' || field[0] === 'summary' ? bodyLine + emptyLines(body) : lineAt(placeOf(yaml, field));
  return { file: { path, frontMatter: yaml.toJS(), body, lineOf, bodyLine }, faults };
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

/** A pull writes keys anew, and what refers to another line would not survive that. */
const byName = 'has text that begins with & or *, which are names to YAML: put it between quotes';

/** Where the first anchor or alias is. */
function placeOfName(yaml: ReturnType<typeof parseDocument>): number | undefined {
  let place: number | undefined;
  visit(yaml, {
    Node(_, node) {
      if (!isAlias(node) && node.anchor === undefined) return undefined;
      place = node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return place;
}

/** From 1. */
function lineIn(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
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
