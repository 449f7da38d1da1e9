// Draws cost and Monday's duration from 100 to 10,000,000 learners.
import { countedOperations } from './counted-operations.ts';
import { drawPanel, type Panel, type PlotLine, plotWidth } from './draw-panel.ts';
import { type Estimate, estimate } from './estimate.ts';
import { monday, sendingHours } from './monday.ts';
import type { PriceTable } from './price-table.ts';
import type { Shop } from './shop.ts';

/** An SVG that needs nothing else, in light and dark. Below a cent nothing is drawn. */
export function drawPlot(shop: Omit<Shop, 'learners'>, prices: PriceTable): string {
  const made = learnerSteps.map((learners) => estimate({ ...shop, learners }, prices));
  const height = 820;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${plotWidth} ${height}" width="${plotWidth}" height="${height}" role="img" aria-labelledby="title desc">
<title id="title">What Stepladder costs, and how long a Monday takes</title>
<desc id="desc">Two log-log plots over 100 to 10,000,000 learners: dollars a month by line, and the duration of a Monday.</desc>
<style>${style}</style>
<rect class="ground" width="${plotWidth}" height="${height}" rx="10"/>
${drawPanel(costPanel(shop, made))}
${drawPanel(mondayPanel(shop))}
</svg>
`;
}

/** Twenty a decade, so that what begins above a free tier begins where it should. */
const learnerSteps = Array.from({ length: 101 }, (_, step) => Math.round(100 * 10 ** (step / 20)));

function costPanel({ visits }: Omit<Shop, 'learners'>, made: readonly Estimate[]): Panel {
  const groups = [...new Set(made.flatMap(({ bill }) => bill.lines.map(({ group }) => group)))];
  const dollarsOf = (group: string, { bill }: Estimate) =>
    bill.lines.filter((line) => line.group === group).reduce((sum, { dollars }) => sum + dollars, 0);
  const lines: PlotLine[] = groups.map((group, at) => ({
    label: group,
    look: `look-${at}`,
    points: made.map((each) => [each.learners, dollarsOf(group, each)] as const),
  }));
  const total: PlotLine = {
    label: 'Total',
    look: 'total',
    points: made.map(({ learners, bill }) => [learners, bill.dollars]),
  };
  return {
    title: `Dollars a month above the free tiers (${visits} ${visits === 1 ? 'visit' : 'visits'} a learner and week)`,
    ...{ top: 50, height: 330, bounds: [], lines: [total, ...lines] },
    ticks: costTicks([...lines, total]),
  };
}

/** From a cent to the power of ten above the dearest. */
function costTicks(lines: readonly PlotLine[]): [number, string][] {
  const most = Math.max(1, ...lines.flatMap(({ points }) => points.map(([, dollars]) => dollars)));
  const last = Math.ceil(Math.log10(most));
  return Array.from({ length: last + 3 }, (_, at) => [10 ** (at - 2), `$${(10 ** (at - 2)).toLocaleString('en')}`]);
}

function mondayPanel({ rate }: Omit<Shop, 'learners'>): Panel {
  const line = (label: string, look: string, secondsOf: (learners: number) => number): PlotLine => ({
    ...{ label, look },
    points: learnerSteps.map((learners) => [learners, secondsOf(learners)] as const),
  });
  const most = countedOperations.sender.mailsPerSecondMax;
  return {
    title: 'A Monday, from the schedule to the last mail',
    ...{ top: 480, height: 280 },
    ticks: [
      [1, '1 s'],
      [10, '10 s'],
      [60, '1 min'],
      [600, '10 min'],
      [3_600, '1 h'],
      [86_400, '1 day'],
      [864_000, '10 days'],
      [8_640_000, '100 days'],
    ],
    lines: [
      line(`SES allows ${rate} mails a second`, 'total', (learners) => monday(learners, rate).totalSeconds),
      line(`the most of one sender: ${most} a second`, 'look-0', (learners) => monday(learners, 2 * most).totalSeconds),
      line('the walk over Shopify alone', 'look-2', (learners) => monday(learners, 1).walkSeconds),
    ],
    bounds: [{ value: sendingHours * 3_600, label: 'Thursday 20:00: what is pending then is not sent' }],
  };
}

/** Strokes differ in dashes as well as in colour. */
const style = `
text { font: 13px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; fill: #24292f; }
.title { font-size: 15px; font-weight: 600; }
.small { font-size: 12px; }
.end { text-anchor: end; }
.middle { text-anchor: middle; }
.ground { fill: #ffffff; }
.grid { stroke: #d8dee4; }
.bound { stroke: #c0392b; stroke-width: 1.2; stroke-dasharray: 3 4; }
.line { fill: none; stroke-width: 2; }
.total { stroke: #24292f; stroke-width: 3; }
.look-0 { stroke: #b4570b; }
.look-1 { stroke: #0b6bcb; stroke-dasharray: 8 3; }
.look-2 { stroke: #1a7f37; stroke-dasharray: 3 3; }
.look-3 { stroke: #8250df; }
.look-4 { stroke: #bf3989; stroke-dasharray: 10 3 2 3; }
.look-5 { stroke: #0e7c86; stroke-dasharray: 5 5; }
.look-6 { stroke: #6e7781; stroke-dasharray: 2 4; }
.look-7 { stroke: #9a6700; stroke-dasharray: 1 3; }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3; }
  .ground { fill: #0d1117; }
  .grid { stroke: #30363d; }
  .bound { stroke: #ff7b72; }
  .total { stroke: #e6edf3; }
  .look-0 { stroke: #f0a45d; }
  .look-1 { stroke: #6cb6ff; }
  .look-2 { stroke: #57ab5a; }
  .look-3 { stroke: #b083f0; }
  .look-4 { stroke: #e275ad; }
  .look-5 { stroke: #39c5cf; }
  .look-6 { stroke: #8b949e; }
  .look-7 { stroke: #d4a72c; }
}
`;
