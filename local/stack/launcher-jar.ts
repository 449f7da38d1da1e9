// A jar of one manifest that starts a main class of another jar.
import { crc32 } from 'node:zlib';

const manifestName = 'META-INF/MANIFEST.MF';

/** The bytes of a jar that `java -jar` runs: it holds nothing but the names of the main class and of the real jar. */
export function launcherJar(mainClass: string, jarPath: string): Buffer {
  const classPath = new URL(`file://${jarPath}`).href;
  const lines = ['Manifest-Version: 1.0', `Main-Class: ${mainClass}`, `Class-Path: ${classPath}`];
  return storedZip(manifestName, Buffer.from(`${lines.map(wrapped).join('\r\n')}\r\n\r\n`));
}

/** A manifest's line holds at most 72 bytes; what follows goes on after a space (JAR File Specification). */
function wrapped(line: string): string {
  return [line.slice(0, 72), ...(line.slice(72).match(/.{1,71}/g) ?? [])].join('\r\n ');
}

/** A zip of one file that is not compressed (PKWARE APPNOTE 4.3: local header, data, central directory, its end). */
function storedZip(name: string, data: Buffer): Buffer {
  const about = Buffer.alloc(26);
  about.writeUInt16LE(10, 0); // Version needed: 1.0.
  about.writeUInt16LE(0x21, 8); // Date: 1980-01-01, the earliest that the format knows.
  about.writeUInt32LE(crc32(data), 10);
  about.writeUInt32LE(data.length, 14);
  about.writeUInt32LE(data.length, 18);
  about.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([signature('PK\x03\x04'), about, Buffer.from(name), data]);
  const central = Buffer.concat([signature('PK\x01\x02'), version, about, Buffer.alloc(14), Buffer.from(name)]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4); // Files on this disk, and in all.
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, central, signature('PK\x05\x06'), end]);
}

const version = Buffer.from([10, 0]);
const signature = (text: string) => Buffer.from(text, 'latin1');
