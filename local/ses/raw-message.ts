// Gives a kept mail's MIME message back, byte for byte as it was sent.
import { inflateRawSync } from 'node:zlib';
import type { KeptMail } from './mail-store.ts';

/** The whole message, headers and body. */
export function rawMessage(mail: KeptMail): Buffer {
  return inflateRawSync(mail.deflated);
}
