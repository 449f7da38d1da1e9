// The examples of a Markdown document: who asks what, when, and what the answer is.

/**
 * In the order of the document. A section names who asks (`As an editor:`, also `As the learner, 60 seconds later:`
 * and `As a stranger, 6 times:`), then gives a block `graphql`, one `json variables` where there are any, and one
 * `json answer`, with the HTTP status behind it where that is not 200. The operation and who asks hold on for further
 * answers of their section. Throws where a block is of another kind, out of place, no JSON, or not answered.
 */
export function readExamples(markdown: string): Example[] {
  const examples: Example[] = [];
  let section = emptySection('');
  for (const { text, line, info } of partsOf(markdown)) {
    const wrong = (what: string) => new Error(`Line ${line}: ${what}`);
    const [kind, status] = info === null ? [null] : [info.replace(/ \d+$/, ''), / (\d+)$/.exec(info)?.[1]];
    if (kind === null) {
      const heading = /^#+ (.+)$/.exec(text)?.[1];
      if (section.isOpen && heading !== undefined) throw wrong('the example before has no answer.');
      if (heading !== undefined) section = emptySection(heading);
      if (!/^As .*:$/.test(text)) continue;
      const said = /^As (.+?)(?:, (\d+) (seconds|days) later)?(?:, (\d+) times)?:$/.exec(text);
      section = {
        ...section,
        caller: said?.[1] ?? null,
        waitSeconds: Number(said?.[2] ?? 0) * (said?.[3] === 'days' ? 86_400 : 1),
        times: Number(said?.[4] ?? 1),
      };
    } else if (kind === 'graphql') {
      if (section.isOpen) throw wrong('the operation before has no answer.');
      section = { ...section, query: text, variables: {}, isOpen: true };
    } else if (kind === 'json variables') {
      section = { ...section, variables: parsed(text, line), isOpen: true };
    } else if (kind === 'json answer') {
      const { title, caller, query, variables, waitSeconds, times } = section;
      if (caller === null || query === null) throw wrong('nobody asked for this answer.');
      const asked = { title, line, caller, waitSeconds, times, query, variables };
      examples.push({ ...asked, status: Number(status ?? 200), body: parsed(text, line) });
      section = { ...section, waitSeconds: 0, times: 1, variables: {}, isOpen: false };
    } else throw wrong(`a block of the kind ${JSON.stringify(info)} is no part of an example.`);
  }
  if (section.isOpen) throw new Error('The last example has no answer.');
  return examples;
}

export type Example = {
  /** The heading above it. */
  title: string;
  /** Of its answer, from 1. */
  line: number;
  /** In the document's words, such as `a stranger`. */
  caller: string;
  /** Since the example before. */
  waitSeconds: number;
  /** How often it is sent; the answer is that of the last. */
  times: number;
  query: string;
  variables: Record<string, unknown>;
  status: number;
  body: Record<string, unknown>;
};

type Section = Pick<Example, 'title' | 'waitSeconds' | 'times' | 'variables'> & {
  caller: string | null;
  query: string | null;
  /** Something was asked that is not answered yet. */
  isOpen: boolean;
};

function emptySection(title: string): Section {
  return { title, caller: null, query: null, variables: {}, waitSeconds: 0, times: 1, isOpen: false };
}

/** A line of prose, or a block of code with what stands behind its fence. */
function partsOf(markdown: string): { text: string; line: number; info: string | null }[] {
  const found = markdown.matchAll(/^```(.*)\n([\s\S]*?)^```$|^.+$/gm);
  return [...found].map(({ 0: whole, 1: info, 2: code, index }) => ({
    text: code ?? whole,
    line: markdown.slice(0, index).split('\n').length,
    info: info ?? null,
  }));
}

function parsed(text: string, line: number): Record<string, unknown> {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`Line ${line}: the block is no JSON.`);
  }
}
