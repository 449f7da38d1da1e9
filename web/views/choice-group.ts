// A group of choices of which one can be chosen.
import { element } from './element.ts';

/** @param chosen the value that is chosen at first; empty for none */
export function choiceGroup(
  { name, legend, describedBy }: { name: string; legend: string; describedBy: string },
  options: readonly { value: string; text: string }[],
  chosen: string,
): ChoiceGroup {
  const inputs = options.map(({ value }) => {
    const input = element('input', { type: 'radio', name, value });
    input.checked = value === chosen;
    return input;
  });
  const labels = options.map(({ text }, index) =>
    element('label', { class: 'choice' }, inputs[index] ?? '', element('span', {}, text)),
  );
  const legendId = `${name}-legend`;
  const node = element(
    'fieldset',
    {
      // Unlike a plain group, one of radio buttons can be called invalid.
      role: 'radiogroup',
      class: 'choice-group',
      'aria-labelledby': legendId,
      'aria-describedby': describedBy,
      'aria-required': 'true',
    },
    element('legend', { id: legendId }, legend),
    ...labels,
  );
  return {
    node,
    read: () => inputs.find(({ checked }) => checked)?.value ?? '',
    focus: () => (inputs.find(({ checked }) => checked) ?? inputs[0])?.focus(),
  };
}

type ChoiceGroup = { node: HTMLElement; read: () => string; focus: () => void };
