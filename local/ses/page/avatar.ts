// A round mark with the first letter of a name, always the same colour for the same address.
import { escapeMarkup } from '../escape-markup.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Decoration: hidden from screen readers, which read the name beside it. */
export function avatar(name: string, address: string): string {
  const [first] = graphemes.segment(name.replace(/^[\s"'(]+/, '').toUpperCase());
  let hue = 0;
  for (const character of address.toLowerCase()) hue = (hue * 31 + (character.codePointAt(0) ?? 0)) % 360;
  return `<span class="avatar" style="--hue:${hue}" aria-hidden="true">${escapeMarkup(first?.segment ?? '?')}</span>`;
}
