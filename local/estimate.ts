// `npm run estimate -- --learners 10000`: what so many learners take of time, machines and money.
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { drawPlot } from './estimate/draw-plot.ts';
import { estimate } from './estimate/estimate.ts';
import { estimateArguments } from './estimate/estimate-arguments.ts';
import { estimateText } from './estimate/estimate-text.ts';
import { readPrices } from './estimate/read-prices.ts';
import { LocalError } from './local-error.ts';
import { runCommand } from './run-command.ts';

await runCommand(async () => {
  const { prices: file, plot, json, ...shop } = estimateArguments(process.argv.slice(2));
  const prices = await readPrices(file ?? fileURLToPath(new URL('estimate/prices.json', import.meta.url)));
  const made = estimate(shop, prices);
  const text = json ? JSON.stringify(made, null, 2) : estimateText(made, prices);
  if (plot !== undefined) {
    await writeFile(plot, drawPlot(shop, prices)).catch(() => {
      throw new LocalError(`--plot ${JSON.stringify(plot)} cannot be written.`);
    });
  }
  console.log(text);
  return 0;
});
