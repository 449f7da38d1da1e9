import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeHtml } from '../../functions/mail/escape-html.ts';
import { fillTemplate } from '../../functions/mail/fill-template.ts';

test('an escaped value can close neither an element nor an attribute, and reads as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (value) => {
      const filled = fillTemplate('<a title="{{x}}">{{x}}</a>', { x: value });
      const inner = filled.slice('<a title="'.length, filled.indexOf('">'));
      expect(filled).toBe(`<a title="${inner}">${inner}</a>`);
      expect(inner).not.toMatch(/[<>"']/);
      expect(inner.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))).toBe(value);
    }),
  );
});

test('a raw placeholder takes sanitised HTML as it is, dollar signs and all', () => {
  expect(fillTemplate('{{{html}}}', { html: '<p>$& $1 $$</p>' })).toBe('<p>$& $1 $$</p>');
});

test('a value that looks like a placeholder is not filled again', () => {
  expect(fillTemplate('{{a}} {{b}}', { a: '{{b}}', b: 'B' })).toBe('{{b}} B');
  expect(fillTemplate('{{{a}}} {{b}}', { a: '{{{b}}}', b: 'B' })).toBe('{{{b}}} B');
});

test('a placeholder without a value fails and names it', () => {
  expect(() => fillTemplate<string>('{{a}} {{missing}}', { a: 'secret' })).toThrow(
    /^The template's placeholder missing has no value\.$/,
  );
});

test('a value without a placeholder fails and names it, without the value', () => {
  expect(() => fillTemplate<string>('{{a}}', { a: 'A', spare: 'secret' })).toThrow(
    /^The template has no placeholder spare\.$/,
  );
});

test('a placeholder named like a property that every object has is missing like any other', () => {
  expect(() => fillTemplate<string>('{{constructor}}', {})).toThrow('constructor has no value');
});

test('plain text is not changed by escaping', () => {
  expect(escapeHtml('Ada, 李 und Zoë – 5 %')).toBe('Ada, 李 und Zoë – 5 %');
});
