// Whether an address may stand in a header as it is.

/** SES decides about every other address, from the envelope. */
export function isPlainAddress(address: string): boolean {
  return pattern.test(address);
}

const pattern = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[A-Za-z0-9.-]{1,255}$/;
