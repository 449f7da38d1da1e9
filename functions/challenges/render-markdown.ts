// Renders a challenge's Markdown once, at publishing: safe HTML, and a text that reads well in a plain mail.
import markdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';
import { markdownText } from './markdown-text.ts';

/** HTML of an allow-list of elements, and the same as plain text. An image is replaced by its description. */
export function renderMarkdown(markdown: string): { html: string; text: string } {
  // Firestore and MIME hold well-formed text only; what is kept must equal what is read back.
  const tokens = parser.parse(markdown.toWellFormed(), {});
  const rendered = parser.renderer.render(tokens, parser.options, {});
  return { html: sanitizeHtml(rendered, allowed), text: markdownText(tokens) };
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
