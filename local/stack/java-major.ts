// The major version of a JDK from what it says about itself.

/**
 * The feature release (17, 21, 25; 8 for the old `1.8`) from a JDK's `release` file or from `java -version`; undefined
 * where the text names none.
 */
export function javaMajor(text: string): number | undefined {
  const match = /(?:JAVA_VERSION=|version )"(?:1\.)?(\d+)/.exec(text);
  return match ? Number(match[1]) : undefined;
}
