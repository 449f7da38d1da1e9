// The characters of a number, as ASCII has them.

/**
 * Digits of any script, full-width forms, Arabic decimal and thousands marks, and the kinds of dash, apostrophe and white
 * space become ASCII; invisible characters go. All else stays as it is: NFKC would also make 52 of 5².
 */
export function plainNotation(text: string): string {
  return text
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\p{Nd}--[0-9]]/gv, digitOf)
    .replaceAll('\u066B', '.')
    .replaceAll('\u066C', ',')
    .replace(/\p{Dash}/gu, '-')
    .replace(/[\u2018\u2019\u02BC\u00B4`]/g, "'")
    .replace(/\p{White_Space}+/gu, ' ')
    .trim();
}

/** Decimal digits are encoded in tens, from 0 to 9 (Unicode Character Encoding Stability Policies, Numeric_Type=Decimal). */
function digitOf(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0;
  let before = 0;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(codePoint - before - 1))) before += 1;
  return String(before % 10);
}
