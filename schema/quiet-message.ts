// Rule: what of GraphQL's own words about a request is sent back.

/**
 * A message without the values that it quotes from the request, which may be an address or an answer, and at most 300
 * characters long; without suggestions of other names unless `suggestions`. Names of fields, types and arguments stay.
 * No pattern: the message may hold 100 KB that a stranger wrote.
 */
export function quietMessage(message: string, { suggestions }: { suggestions: boolean }): string {
  const quiet = withoutValue(suggestions ? message : withoutSuggestions(message));
  return quiet.length > charactersMax ? `${quiet.slice(0, charactersMax - 1)}…` : quiet;
}

/** The longest message about a request of ours has about 150. */
const charactersMax = 300;

/** GraphQL puts its suggestions last, in a question. */
function withoutSuggestions(message: string): string {
  const start = message.indexOf(' Did you mean ');
  return start >= 0 && message.endsWith('?') ? message.slice(0, start) : message;
}

function withoutValue(message: string): string {
  if (message.startsWith('Syntax Error: ')) return cutAt(message, [', found ', ': "', ' "']);
  if (message.startsWith('Expected value of type ')) return cutAt(message, [', found ']);
  if (message.startsWith('Argument ')) return cutAt(message, [' has invalid value '], ' has a value that does not fit');
  if (message.startsWith('Value ')) {
    const start = message.indexOf(' does not exist in ');
    return start < 0 ? message : `The value${message.slice(start)}`;
  }
  return message.includes(' cannot represent ') ? cutAt(message, [': ']) : message;
}

/** Ends the sentence before the first of the marks that it holds. */
function cutAt(message: string, marks: readonly string[], end = ''): string {
  const mark = marks.find((each) => message.includes(each));
  return mark === undefined ? message : `${message.slice(0, message.indexOf(mark))}${end}.`;
}
