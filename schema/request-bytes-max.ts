// How long the body of a request may be.

/** In bytes: an answer has at most 10,000 characters, and the page's own documents are under 2 KB. */
export const requestBytesMax = 100_000;
