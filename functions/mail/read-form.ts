// Reads the fields of a posted form.

/**
 * The text fields by name (the last of a name wins), or null where there is no form in the body. RFC 8058 §3.2 lets a mail
 * program post `multipart/form-data` as well as `application/x-www-form-urlencoded`.
 */
export async function readForm(
  contentType: string | undefined,
  body: Uint8Array | undefined,
): Promise<Record<string, string> | null> {
  if (contentType === undefined || body === undefined || body.length > bodyBytesMax) return null;
  try {
    // A copy, because a request's buffer may be a view of a shared one.
    const response = new Response(new Uint8Array(body), { headers: { 'content-type': contentType } });
    const fields = [...(await response.formData())];
    return Object.fromEntries(fields.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
  } catch {
    // The error may quote the body, which may hold anything; that it is no form is all there is to know.
    return null;
  }
}

/** Our own forms post a few hundred bytes. */
const bodyBytesMax = 10_000;
