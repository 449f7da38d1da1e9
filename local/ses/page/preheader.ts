// The first words of a mail, as a mailbox shows them beside the subject.

const LENGTH_MAX = 140;
/** A mail's first words stand at its start; a whole large mail is not worth reading for them. */
const MARKUP_LENGTH_MAX = 50_000;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
/**
 * The invisible fillers that mails put behind their preheader. Joiners inside an emoji or a Persian word are no fillers.
 */
const FILLERS =
  /(?:\u00ad|\u034f|\u061c|\u200b|\u2060|\ufeff|\u200c(?=\s|$)|(?<=\s)\u200c|\u200d(?!\p{Extended_Pictographic}))+/gu;

/** Plain text of at most 140 characters: from the HTML's body, or from the text part when there is no HTML. */
export function preheaderOf(html: string, text: string): string {
  const words = html === '' ? text : wordsOf(html.slice(0, MARKUP_LENGTH_MAX));
  return words.replace(FILLERS, ' ').replace(/\s+/g, ' ').trim().slice(0, LENGTH_MAX);
}

function wordsOf(html: string): string {
  const visible = html.replace(/<!--[\s\S]*?-->|<(head|style|script|title)\b[\s\S]*?<\/\1\s*>/gi, ' ');
  return visible.replace(/<[^>]*>/g, ' ').replace(/&(#x?[\da-f]+|[a-z]+);/gi, (entity, code: string) => {
    if (!code.startsWith('#')) return NAMED[code.toLowerCase()] ?? ' ';
    const point = /^#x/i.test(code) ? Number.parseInt(code.slice(2), 16) : Number.parseInt(code.slice(1), 10);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : entity;
  });
}
