// A resolver of TXT records that a test writes.

/** Records by name, each in its parts; a text is the code of the error that the name gives, ENOTFOUND for any other name. */
export function zone(records: Record<string, string[][] | string>): { resolveTxt(name: string): Promise<string[][]> } {
  return {
    resolveTxt: async (name) => {
      const found = records[name] ?? 'ENOTFOUND';
      if (typeof found !== 'string' && found.length > 0) return found;
      const code = typeof found === 'string' ? found : 'ENODATA';
      throw Object.assign(new Error(`queryTxt ${code} ${name}`), { code });
    },
  };
}
