// One key of front matter, as lines of YAML.
import { stringify } from 'yaml';

/** Ends with a line break each; none where the value is null or an empty list, which is what a missing key means. */
export function keyLines(key: string, value: unknown): string[] {
  if (value === null || (Array.isArray(value) && value.length === 0)) return [];
  const isAllText = Array.isArray(value) && value.every((item) => typeof item === 'string');
  if (!isAllText) return [stringify({ [key]: value }, { lineWidth: 0 })];
  // Text between quotes, so that an answer such as 8 is none to YAML. JSON is YAML (YAML 1.2.2 §1.3).
  const items = value.map((item) => JSON.stringify(item));
  const line = `${key}: [${items.join(', ')}]\n`;
  return [line.length <= lineLengthMax ? line : `${key}:\n${items.map((item) => `  - ${item}\n`).join('')}`];
}

const lineLengthMax = 120;
