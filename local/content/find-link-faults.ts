// Rule: what in a challenge's Markdown cannot work in a mail: links that lead nowhere, and images.
import markdownIt, { type Token } from 'markdown-it';

/** `line` counts from 0, the Markdown's first. */
export type MarkdownFault = { line: number; message: string };

export function findLinkFaults(markdown: string): MarkdownFault[] {
  // Longer than any challenge may be: the parser takes minutes for some, and of an image within the file one line says it.
  if (markdown.trim().length > lengthMax) {
    const line = markdown.split('\n').findIndex((text) => /data:image\//i.test(text));
    return line === -1 ? [] : [{ line, message: imageFault }];
  }
  return parser
    .parse(markdown, {})
    .flatMap(({ children, map }) => (children === null ? [] : inlineFaults(children, map?.[0] ?? 0)));
}

const imageFault = 'holds an image, and mails show none: say it in words';

/** As in challenge-source.ts. */
const lengthMax = 20_000;

// As challenges are rendered, but for links: one that is refused there would look like text here.
const parser = markdownIt({ html: false });
parser.validateLink = () => true;
// What is escaped is meant to be read, and stays apart from other text without this rule.
parser.core.ruler.disable('text_join');

function inlineFaults(tokens: Token[], firstLine: number): MarkdownFault[] {
  const faults: MarkdownFault[] = [];
  let line = firstLine;
  for (const token of tokens) {
    const { type, content } = token;
    const add = (message: string) => faults.push({ line, message });
    if (type === 'softbreak' || type === 'hardbreak') line += 1;
    else if (type === 'image' || (type === 'text' && /<img\b/i.test(content))) add(imageFault);
    else if (type === 'text' && /\]\([^)]*\)/.test(content))
      add(
        'holds a link that is malformed: write it like [words](https://example.com/page), without spaces in the address',
      );
    else if (type === 'text' && /\]\[[^\]]*\]/.test(content))
      add(
        'holds a link whose address stands nowhere: write it like [words](https://example.com/page), or \\[ for a bracket',
      );
    else if (type === 'link_open') {
      const problem = linkProblem(String(token.attrGet('href') ?? ''));
      if (problem !== null) add(`holds a link that ${problem}`);
    }
  }
  return faults;
}

function linkProblem(href: string): string | null {
  if (/^mailto:[^@\s]+@[^@\s]+\.[^@\s]+$/i.test(href)) return null;
  if (/^mailto:/i.test(href)) return 'is malformed: write mailto: and a whole address';
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(href)?.[1]?.toLowerCase();
  if (scheme === undefined) return 'is relative, which leads nowhere in a mail: write the whole address, with https://';
  if (scheme !== 'https' && scheme !== 'http') return `begins with ${scheme}:, which is taken out: use https://`;
  if (!/^https?:\/\//i.test(href) || !URL.canParse(href)) return 'is malformed: write it like https://example.com/page';
  const { hostname } = new URL(href);
  if (isPrivate(hostname)) return 'leads to a machine that no learner reaches: use a public address';
  return null;
}

/** RFC 6761 and 6762 (names), RFC 1918, 3927 and 4291 (addresses). */
function isPrivate(host: string): boolean {
  if (host.startsWith('[')) return /^\[(::1?|f[cd].*|fe[89ab].*)\]$/.test(host);
  if (!host.includes('.')) return true;
  return (
    /\.(localhost|local|internal|test|invalid)\.?$/.test(host) ||
    /^(0|10|127|169\.254|192\.168|172\.(1[6-9]|2\d|3[01]))\.[\d.]+$/.test(host)
  );
}
