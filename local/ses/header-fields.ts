// Cuts the header section of a raw message into its fields.

export type HeaderField = { name: string; value: string };

/** The fields in order, unfolded, values undecoded. Reads nothing of the body; lines without a colon are left out. */
export function headerFields(raw: Buffer): HeaderField[] {
  const unfolded = headerSection(raw).replace(/\r?\n(?=[ \t])/g, '');
  return unfolded.split(/\r?\n/).flatMap((line) => {
    const colon = line.indexOf(':');
    return colon > 0 ? [{ name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() }] : [];
  });
}

function headerSection(raw: Buffer): string {
  const ends = [raw.indexOf('\r\n\r\n'), raw.indexOf('\n\n')].filter((end) => end >= 0);
  return raw.toString('utf8', 0, Math.min(...ends, raw.length));
}
