// One log-log panel of the plot, as SVG.

export type PlotLine = {
  label: string;
  /** The class of its stroke. */
  look: string;
  /** Learners and value; values below the axis are left out. */
  points: (readonly [number, number])[];
};

export type Panel = {
  title: string;
  /** Of the panel's frame, from the top of the picture, in pixels. */
  top: number;
  height: number;
  /** From the lowest to the highest: value and text. */
  ticks: readonly (readonly [number, string])[];
  lines: readonly PlotLine[];
  /** Values that must not be exceeded. */
  bounds: readonly { value: number; label: string }[];
};

export const plotWidth = 760;
const left = 84;
const right = plotWidth - 40;
const learnerTicks = [100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000];
const legendRow = 18;

export function drawPanel({ title, top, height, ticks, lines, bounds }: Panel): string {
  const bottom = top + height;
  const low = ticks[0]?.[0] ?? 1;
  const high = ticks.at(-1)?.[0] ?? 10;
  const x = scale([100, 10_000_000], [left, right]);
  const y = scale([low, high], [bottom, top]);
  return [
    text('title', left, top - 14, title),
    ...ticks.map(
      ([value, label]) => grid(left, y(value), right, y(value)) + text('end', left - 8, y(value) + 4, label),
    ),
    ...learnerTicks.map(
      (value) =>
        grid(x(value), top, x(value), bottom) + text('middle', x(value), bottom + 18, value.toLocaleString('en')),
    ),
    text('middle', (left + right) / 2, bottom + 38, 'learners'),
    ...bounds.map(
      ({ value, label }) =>
        `<line class="bound" x1="${left}" y1="${pixel(y(value))}" x2="${right}" y2="${pixel(y(value))}"/>` +
        text('start small', left + 8, y(value) - 5, label),
    ),
    ...lines.map(({ look, points }) =>
      path(
        look,
        points.filter(([, value]) => value >= low),
        { x, y },
      ),
    ),
    ...lines.map(({ look, label }, row) => legend(look, label, top + legendTop(bounds, y, top) + row * legendRow)),
  ].join('\n');
}

/** Below the bounds that stand at the top of the panel. */
function legendTop(bounds: Panel['bounds'], y: (value: number) => number, top: number): number {
  const highest = Math.min(...bounds.map(({ value }) => y(value)), Number.POSITIVE_INFINITY);
  return highest === Number.POSITIVE_INFINITY ? 18 : highest - top + 20;
}

function legend(look: string, label: string, at: number): string {
  return `<line class="line ${look}" x1="${left + 10}" y1="${pixel(at)}" x2="${left + 42}" y2="${pixel(at)}"/>${text('start', left + 50, at + 4, label)}`;
}

function path(
  look: string,
  points: PlotLine['points'],
  { x, y }: Record<'x' | 'y', (value: number) => number>,
): string {
  if (points.length === 0) return '';
  const steps = points.map(
    ([learners, value], at) => `${at === 0 ? 'M' : 'L'}${pixel(x(learners))} ${pixel(y(value))}`,
  );
  return `<path class="line ${look}" d="${steps.join('')}"/>`;
}

function grid(x1: number, y1: number, x2: number, y2: number): string {
  return `<line class="grid" x1="${pixel(x1)}" y1="${pixel(y1)}" x2="${pixel(x2)}" y2="${pixel(y2)}"/>`;
}

/** The content is ours: a label that is no XML is found by the plot’s test. */
function text(look: string, x: number, y: number, content: string): string {
  return `<text class="${look}" x="${pixel(x)}" y="${pixel(y)}">${content}</text>`;
}

function scale([low, high]: [number, number], [from, to]: [number, number]): (value: number) => number {
  return (value) => from + ((to - from) * Math.log(value / low)) / Math.log(high / low);
}

function pixel(value: number): number {
  return Number(value.toFixed(1));
}
