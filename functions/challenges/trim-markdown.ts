// A challenge's Markdown without the empty lines around it.

/** What two bodies are compared by. The first line keeps its indent: Markdown reads code from it. */
export function trimMarkdown(markdown: string): string {
  return markdown.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd();
}
