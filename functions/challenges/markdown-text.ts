// Parsed Markdown as plain text: what a mail client without HTML shows.
import type { Token } from 'markdown-it';

/** Blocks apart by an empty line, links with their address behind them, code indented by four. Lines are not wrapped. */
export function markdownText(tokens: Token[]): string {
  return blocks(tokens).join('\n\n');
}

/** A token with what stands between it and its closing token. */
type Branch = { token: Token; inside: Token[] };

function branches(tokens: Token[]): Branch[] {
  const found: Branch[] = [];
  let depth = 0;
  for (const token of tokens) {
    const depthAfter = depth + token.nesting;
    if (depth === 0) found.push({ token, inside: [] });
    else if (depthAfter > 0) found.at(-1)?.inside.push(token);
    depth = depthAfter;
  }
  return found;
}

function blocks(tokens: Token[]): string[] {
  return branches(tokens)
    .map(block)
    .filter((text) => text !== '');
}

function block({ token, inside }: Branch): string {
  switch (token.type) {
    case 'inline':
      return inline(token.children ?? []);
    case 'fence':
    case 'code_block':
      return prefix(token.content.trimEnd(), '    ');
    case 'hr':
      return '----------';
    case 'blockquote_open':
      return prefix(markdownText(inside), '> ');
    case 'bullet_list_open':
      return list(inside, () => '- ');
    case 'ordered_list_open': {
      const start = Number(token.attrGet('start') ?? 1);
      return list(inside, (index) => `${start + index}. `);
    }
    case 'table_open':
      return branches(inside).flatMap(rows).join('\n');
    default:
      return markdownText(inside);
  }
}

function list(tokens: Token[], marker: (index: number) => string): string {
  // Markdown hides the paragraphs of a list whose items have no empty line between them.
  const gap = tokens.some(({ type, hidden }) => type === 'paragraph_open' && hidden) ? '\n' : '\n\n';
  const items = branches(tokens).map(({ inside }, index) => {
    const bullet = marker(index);
    return bullet + prefix(blocks(inside).join(gap), ' '.repeat(bullet.length)).trimStart();
  });
  return items.join(gap);
}

function rows({ inside }: Branch): string[] {
  return branches(inside).map((row) =>
    branches(row.inside)
      .map((cell) => markdownText(cell.inside))
      .join(' | '),
  );
}

function inline(tokens: Token[]): string {
  let text = '';
  let link = { href: '', from: 0 };
  for (const token of tokens) {
    if (token.type === 'link_open') link = { href: String(token.attrGet('href') ?? ''), from: text.length };
    else if (token.type === 'link_close') text += behindLink(text.slice(link.from), link.href);
    else if (token.type === 'softbreak') text += ' ';
    else if (token.type === 'hardbreak') text += '\n';
    else text += token.content;
  }
  return text;
}

/** The address of a link, unless its text is that already, or it leads nowhere outside a page. */
function behindLink(shown: string, href: string): string {
  const isAbsolute = /^(https?:\/\/|mailto:)/i.test(href);
  return isAbsolute && href !== shown && href !== `mailto:${shown}` ? ` (${href})` : '';
}

function prefix(text: string, start: string): string {
  return text
    .split('\n')
    .map((line) => `${start}${line}`.trimEnd())
    .join('\n');
}
