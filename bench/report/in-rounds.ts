// Measures two subjects by turns, so that what disturbs the machine disturbs both.

export type Measured = { value: number; baseline: number; ratio: number; spread: [number, number] };

/** One round warms caches and connections and is not counted; of the others the medians, and the ratios' least and greatest. */
export async function inRounds(
  rounds: number,
  subjects: { value(): Promise<number>; baseline(): Promise<number> },
): Promise<Measured> {
  const pairs: { value: number; baseline: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const baseline = await subjects.baseline();
    const value = await subjects.value();
    if (round > 0) pairs.push({ value, baseline });
  }
  const ratios = pairs.map(({ value, baseline }) => value / baseline);
  return {
    value: median(pairs.map(({ value }) => value)),
    baseline: median(pairs.map(({ baseline }) => baseline)),
    ratio: median(ratios),
    spread: [Math.min(...ratios), Math.max(...ratios)],
  };
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
