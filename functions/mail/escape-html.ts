// Text made safe inside HTML, in an element as in a quoted attribute.

/** Escapes `& < > " '`. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
