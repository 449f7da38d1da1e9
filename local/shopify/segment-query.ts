// The two clauses of Shopify's segment language that the project uses.
import { GraphQLError } from 'graphql';
import type { FixtureConsent, FixtureCustomer } from './fixture-customer.ts';
import { holdsProduct } from './holds-product.ts';

const clausesMax = 10;
const idsMax = 500;
const operators = new Set(['=', '!=', '>', '<', '>=', '<=', 'MATCHES', 'CONTAINS', 'IN', 'IS', 'NOT', 'BETWEEN']);
const consentStates = new Set<string>(['SUBSCRIBED', 'NOT_SUBSCRIBED', 'PENDING', 'UNSUBSCRIBED', 'INVALID']);

type SegmentRule = (customer: FixtureCustomer) => boolean;

/**
 * Reads `products_purchased MATCHES (id = 1)` or `(id IN (1, 2))` and `email_subscription_status = 'SUBSCRIBED'`, joined
 * with AND, each at most once. Anything else throws a GraphQLError with a message as recorded: "Line 1 Column 6: 'valid' is
 * unexpected." (columns count from 0).
 */
export function segmentQuery(query: string): SegmentRule {
  const tokens = readTokens(query);
  const rules = new Map<string, SegmentRule>();
  do {
    const name = filterName(tokens);
    if (rules.has(name.text) || rules.size === clausesMax) throw unexpected(name);
    rules.set(name.text, name.text === 'products_purchased' ? purchased(tokens) : consent(tokens));
  } while (tokens.isNext('AND'));
  if (tokens.peek().text !== '') throw unexpected(tokens.peek());
  return (customer) => [...rules.values()].every((rule) => rule(customer));
}

type Token = { text: string; column: number };

type Tokens = {
  peek(distance?: number): Token;
  take(): Token;
  /** Takes the next token if it is this word, in any case. */
  isNext(word: string): boolean;
  /** Takes this word, or throws. */
  expect(word: string): void;
};

function readTokens(query: string): Tokens {
  const left = [...query.matchAll(/'[^']*'|[A-Za-z_]\w*|\d+|[<>!]=|\S/g)].map((match) => ({
    text: match[0],
    column: match.index,
  }));
  const end = { text: '', column: query.length };
  const isNext = (word: string) => {
    const found = left[0]?.text.toUpperCase() === word;
    if (found) left.shift();
    return found;
  };
  return {
    peek: (distance = 0) => left[distance] ?? end,
    take: () => left.shift() ?? end,
    isNext,
    expect(word) {
      if (!isNext(word)) throw unexpected(left[0] ?? end);
    },
  };
}

/** As recorded, `not a valid …` faults `valid`: a NOT may stand before the filter, and the operator is looked at first. */
function filterName(tokens: Tokens): Token {
  const not = tokens.peek().text.toUpperCase() === 'NOT';
  const name = tokens.peek(not ? 1 : 0);
  const operator = tokens.peek(not ? 2 : 1);
  if (!/^[A-Za-z_]\w*$/.test(name.text)) throw unexpected(name);
  if (!operators.has(operator.text.toUpperCase())) throw unexpected(operator);
  if (name.text !== 'products_purchased' && name.text !== 'email_subscription_status')
    throw fault(name, 'filter cannot be found.');
  if (not) throw unexpected(tokens.peek());
  return tokens.take();
}

function purchased(tokens: Tokens): SegmentRule {
  for (const word of ['MATCHES', '(', 'ID']) tokens.expect(word);
  const ids = tokens.isNext('IN') ? idList(tokens) : singleId(tokens);
  tokens.expect(')');
  return (customer) => ids.some((id) => holdsProduct(customer, id));
}

function singleId(tokens: Tokens): number[] {
  tokens.expect('=');
  return [productId(tokens)];
}

function idList(tokens: Tokens): number[] {
  tokens.expect('(');
  const ids = [productId(tokens)];
  while (tokens.isNext(',')) {
    if (ids.length === idsMax) throw unexpected(tokens.peek());
    ids.push(productId(tokens));
  }
  tokens.expect(')');
  return ids;
}

function productId(tokens: Tokens): number {
  if (!/^\d+$/.test(tokens.peek().text)) throw unexpected(tokens.peek());
  return Number(tokens.take().text);
}

function consent(tokens: Tokens): SegmentRule {
  tokens.expect('=');
  const value = tokens.peek().text.slice(1, -1);
  if (tokens.peek().text !== `'${value}'` || !consentStates.has(value)) throw unexpected(tokens.peek());
  tokens.take();
  return (customer) => customer.email !== null && customer.consent === (value as FixtureConsent);
}

function unexpected(token: Token): GraphQLError {
  return fault(token, 'is unexpected.');
}

function fault(token: Token, what: string): GraphQLError {
  const message = `Line 1 Column ${token.column}: '${token.text}' ${what}`;
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });
}
