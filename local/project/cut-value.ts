// What is said of a value that ends at a # without quotes.

/** The value itself is not told. */
export function cutValue(name: string): { found: string; mend: string } {
  return {
    found: `${name} ends at a # without quotes: the rest of its line counts as a comment.`,
    mend: 'Where the # belongs to the value, write the value in double quotes.',
  };
}
