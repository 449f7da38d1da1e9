// Fills the placeholders of a compiled mail template.
import { escapeHtml } from './escape-html.ts';

/**
 * Puts a value in each placeholder: `{{name}}` is escaped, for text and attributes alike; `{{{name}}}` is taken as it is,
 * for HTML that was sanitised before. A value is never looked through for placeholders. Throws an Error that names the
 * placeholder without a value, or the value without a placeholder; never a value.
 */
export function fillTemplate<Slot extends string>(template: string, values: Record<Slot, string>): string {
  const given = new Map<string, string>(Object.entries(values));
  const used = new Set<string>();
  const filled = template.replace(placeholder, (_, raw: string | undefined, escaped: string | undefined) => {
    const name = raw ?? escaped ?? '';
    const value = given.get(name);
    if (value === undefined) throw new Error(`The template's placeholder ${name} has no value.`);
    used.add(name);
    return raw === undefined ? escapeHtml(value) : value;
  });
  const unknown = [...given.keys()].filter((name) => !used.has(name));
  if (unknown.length > 0) throw new Error(`The template has no placeholder ${unknown.join(', ')}.`);
  return filled;
}

const placeholder = /\{\{\{(\w+)\}\}\}|\{\{(\w+)\}\}/g;
