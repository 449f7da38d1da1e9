import { expect, test } from 'vitest';
import { commandStack } from '../../../local/stack/command-stack.ts';
import { fixedPorts } from '../../../local/stack/ports.ts';

test('without STACK_PORTS_FROM the commands are about the stack on the fixed ports', () => {
  expect(commandStack({})).toEqual({ projectId: 'demo-stepladder', ports: fixedPorts });
});

test('STACK_PORTS_FROM names another stack, with ports and a project id of its own', () => {
  const { projectId, ports } = commandStack({ STACK_PORTS_FROM: '21000' });
  expect(projectId).toBe('demo-stepladder-21000');
  expect(Object.keys(ports)).toEqual(Object.keys(fixedPorts));
  expect(Object.values(ports)).toEqual(Object.keys(fixedPorts).map((_, index) => 21_000 + index));
});

test.each(['', '80', '65530', '1e4', '-21000', 'x'])('STACK_PORTS_FROM=%s is refused in one line', (from) => {
  expect(() => commandStack({ STACK_PORTS_FROM: from })).toThrow(/^STACK_PORTS_FROM must be a number .+$/);
});
