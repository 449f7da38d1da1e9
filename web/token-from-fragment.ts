// Reads the link token out of a URL fragment.

/**
 * @param fragment what stands after the path, with or without its `#`, such as `#token=abc.def.ghi`
 * @returns the token, or null where there is none or where it cannot be a JWT in compact form (RFC 7515 §3.1)
 */
export function tokenFromFragment(fragment: string): string | null {
  const token = new URLSearchParams(fragment.replace(/^#/, '')).get('token')?.trim() ?? '';
  return COMPACT_JWT.test(token) && token.length <= TOKEN_LENGTH_MAX ? token : null;
}

const COMPACT_JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** In characters. Our tokens have about 300; more than this would only be somebody's attempt to waste time. */
const TOKEN_LENGTH_MAX = 4096;
