// Makes a certificate for a key of the stand-in, so that no private key is kept anywhere.
import { type KeyObject, sign } from 'node:crypto';

export type CertificateOptions = { privateKey: KeyObject; publicKey: KeyObject; validFrom: Date; validTo: Date };

/** PEM of an X.509 certificate, version 1 (RFC 5280 §4.1), signed with its own RSA key. */
export function selfSignedCertificate({ privateKey, publicKey, validFrom, validTo }: CertificateOptions): string {
  const body = der(
    0x30,
    der(0x02, Buffer.of(1)),
    sha256WithRsa,
    name,
    der(0x30, generalizedTime(validFrom), generalizedTime(validTo)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = der(0x03, Buffer.of(0), sign('RSA-SHA256', body, privateKey));
  const lines =
    der(0x30, body, sha256WithRsa, signature)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

/** A tag, the length in as few bytes as it takes, and the value (X.690 §8.1). */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const value = Buffer.concat(parts);
  const bytes = value.length < 0x100 ? [0x81, value.length] : [0x82, value.length >> 8, value.length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...(value.length < 0x80 ? [value.length] : bytes)), value]);
}

/** 1.2.840.113549.1.1.11, without parameters. */
const sha256WithRsa = der(0x30, der(0x06, Buffer.from('2a864886f70d01010b', 'hex')), der(0x05));
/** A common name (2.5.4.3) for issuer and subject. */
const name = der(
  0x30,
  der(0x31, der(0x30, der(0x06, Buffer.from('550403', 'hex')), der(0x0c, Buffer.from('SNS stand-in')))),
);

const generalizedTime = (time: Date) => der(0x18, Buffer.from(`${time.toISOString().replace(/\.\d+|[-:T]/g, '')}`));
