// Letters without diacritics, for scripts whose readers leave them out when they type.

/**
 * The text in NFKD (UAX #15) without the marks on Latin, Greek and Cyrillic letters, the iota below being one of them.
 * Marks stay on all else: in Devanagari or Thai they are vowels, in kana they make another sound, and they make ≠ of =.
 */
export function plainLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/([[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]&&\p{L}])\p{M}+/gv, '$1')
    .replace(/[øłđħæœØŁĐĦÆŒ]/g, (letter) => undecomposed[letter] ?? letter);
}

/** Unicode decomposes no letter with a stroke and no ligature; in collation they differ by accent only (UTS #10, DUCET). */
const undecomposed: Readonly<Record<string, string>> = {
  ...{ ø: 'o', ł: 'l', đ: 'd', ħ: 'h', æ: 'ae', œ: 'oe' },
  ...{ Ø: 'O', Ł: 'L', Đ: 'D', Ħ: 'H', Æ: 'AE', Œ: 'OE' },
};
