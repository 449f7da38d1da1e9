// Rule: which values of a dotenv file end at a # that was perhaps part of them.

/**
 * `values` are those that the reader found in `text`. A name is given where its value stands without quotes and a # ends it:
 * what follows counts as a comment, such as the flat in `12 Main St #5`.
 */
export function cutNames(text: string, values: Record<string, string>): string[] {
  const cut = text.split(/\r\n?|\n/).flatMap((line) => {
    const [, name = '', kept = ''] = unquoted.exec(line) ?? [];
    // What stands in a value of several lines, or is written anew below, is not what counts.
    return kept !== '' && values[name] === kept ? [name] : [];
  });
  return [...new Set(cut)];
}

/** A value in quotes, with or without a comment behind, is whole. */
const unquoted =
  /^\s*(?:export)?\s*([\w./]+)\s*=\s*(?!'(?:\\'|[^'])*'\s*(?:#|$)|"(?:\\"|[^"])*"\s*(?:#|$))([^#]*[^#\s])\s*#/;
