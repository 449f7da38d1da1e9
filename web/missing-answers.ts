// Rule: which questions still need an answer.

/**
 * @param chosen the id of the choice by the id of the question
 * @returns the place of each missing one, counted from 1, and a sentence that names them; null where none is missing
 */
export function missingAnswers(
  questions: readonly { id: string }[],
  chosen: ReadonlyMap<string, string>,
): { places: number[]; sentence: string } | null {
  const places = questions.flatMap(({ id }, index) => (chosen.has(id) ? [] : [index + 1]));
  if (places.length === 0) return null;
  const sentence =
    places.length === 1
      ? `Question ${places[0]} still needs an answer.`
      : `Questions ${new Intl.ListFormat('en-GB').format(places.map(String))} still need an answer.`;
  return { places, sentence };
}
