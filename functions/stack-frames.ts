// Rule: the places that an error's stack names.

/**
 * The frames of a stack, the innermost first. Only the unbroken row of them at its end: the lines before are the error's
 * message, which may hold lines that look like frames.
 */
export function stackFrames(stack: string): string[] {
  const lines = stack.trimEnd().split('\n');
  return lines.slice(lines.findLastIndex((line) => !isFrame(line)) + 1);
}

function isFrame(line: string): boolean {
  return line.length <= frameCharactersMax && framePattern.test(line);
}

/** Longer than any path; the pattern takes time by the square of the length. */
const frameCharactersMax = 1000;

/** `    at name (place)` or `    at place:line:column`, as V8 writes them. */
const framePattern = /^\s+at (?:.*\(.+\)|.*:\d+:\d+|<anonymous>)$/;
