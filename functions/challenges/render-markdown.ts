// Renders a challenge's Markdown once, when it is saved: safe HTML, and a text that reads well in a plain mail.
import markdownIt, { type Token } from 'markdown-it';
import sanitizeHtml from 'sanitize-html';
import { markdownText } from './markdown-text.ts';

/**
 * HTML of an allow-list of elements, and the same as plain text. An image is replaced by its description. Whatever the
 * input, neither this nor what it calls recurses deeper than the parser's own limit of 100 blocks in each other.
 */
export function renderMarkdown(markdown: string): RenderedBody {
  // Firestore and MIME hold well-formed text only; what is kept must equal what is read back.
  const tokens = parser.parse(markdown.toWellFormed(), {});
  const rendered = parser.renderer.render(tokens, parser.options, {});
  return { html: sanitizeHtml(rendered, allowed), text: markdownText(tokens), depth: deepest(tokens) };
}

export type RenderedBody = {
  html: string;
  text: string;
  /** How many elements stand in each other at most, paragraphs and emphasis included. */
  depth: number;
};

function deepest(tokens: Token[]): number {
  let [depth, max] = [0, 0];
  for (const { nesting, children } of tokens) {
    depth += nesting;
    max = Math.max(max, depth + (children === null ? 0 : deepest(children)));
  }
  return max;
}

// Markdown's own HTML is off: what looks like markup is shown as it was typed.
const parser = markdownIt({ html: false });
// An image in a mail reports when it is opened, and most mail clients hide it: a challenge must read without.
parser.renderer.rules.image = (tokens, index) => parser.utils.escapeHtml(tokens[index]?.content ?? '');

/** A second lock behind the parser: anything not named here is dropped, whatever a new version of it may emit. */
const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'br', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'ul', 'ol', 'li'],
    ...['strong', 'em', 's', 'code', 'a', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'], th: ['style'], td: ['style'] },
  allowedStyles: { '*': { 'text-align': [/^(left|center|right)$/] } },
  transformTags: {
    // A relative link leads nowhere in a mail.
    a: (tagName, { href = '' }) => ({
      tagName,
      attribs: /^(https?:\/\/|mailto:)/i.test(href)
        ? { href, rel: 'noopener noreferrer' }
        : ({} as sanitizeHtml.Attributes),
    }),
  },
};
