// An estimate as a person reads it in a terminal.
import { assumptions } from './assumptions.ts';
import { bytesText } from './bytes-text.ts';
import { durationText } from './duration-text.ts';
import type { Estimate } from './estimate.ts';
import { sendingHours, walkHoursMax } from './monday.ts';
import type { PriceTable } from './price-table.ts';

export function estimateText(made: Estimate, { prices, region }: PriceTable): string {
  const { learners, rate, visits, bill } = made;
  const all = Object.values(prices);
  const dates = all.map(({ date }) => date).sort();
  const unchecked = all.filter(({ checked }) => !checked).length;
  return [
    `${counted(learners, 'learner')}, ${rated(rate, 'mail')} a second, ${rated(visits, 'visit')} a learner and week`,
    `Prices of ${dates[0]} to ${dates.at(-1)}, ${region}; ${unchecked} of ${all.length} are from memory and to be re-checked`,
    '',
    ...[...facts(made), ...mondayFacts(made), ...warnings(made)].map(([name, text]) => `${name.padEnd(11)}${text}`),
    '',
    'Dollars a month',
    ...bill.lines.map(({ label, dollars }) => `  ${label.padEnd(36)}${money(dollars).padStart(14)}`),
    `  ${'Total'.padEnd(36)}${money(bill.dollars).padStart(14)}`,
    `  ${money(bill.perLearner, 5)} a learner; mails are ${Math.round(bill.mailShare * 100)} % of the total`,
  ].join('\n');
}

type Fact = readonly [name: string, text: string];

function facts({ requestsPerSecond, eventsPerSecond, month, stored, bandwidth }: Estimate): Fact[] {
  const { mean, peak } = requestsPerSecond;
  const busiest = `${assumptions.busiestHourShare * 100} % of a week's visits while the mails go out, or in an hour`;
  return [
    ['Requests', `${figure(mean)} a second on average, ${figure(peak)} at the peak (assumed: ${busiest})`],
    [
      'Events',
      `${counted(month.events, 'event')} a month from Amazon SES, ${figure(eventsPerSecond.peak)} a second while mails go out`,
    ],
    [
      'Firestore',
      `${counted(month.reads, 'read')}, ${counted(month.writes, 'write')}, ${counted(month.deletes, 'delete')} a month`,
    ],
    ['Storage', `${bytesText(stored.bytes)} after a year, ${bytesText(stored.bytesPerLearner)} a learner`],
    ['Bandwidth', `${bytesText(bandwidth.mails)} a month to Amazon SES, ${bytesText(bandwidth.pages)} to browsers`],
  ];
}

function mondayFacts({ learners, rate, monday }: Estimate): Fact[] {
  const { pages, syncSeconds, planSeconds, sendSeconds, totalSeconds, sentPerSecond } = monday;
  const steps = `sync ${durationText(syncSeconds)}, plan ${durationText(planSeconds)}, send ${durationText(sendSeconds)}`;
  const walk = `${counted(pages, 'page')} of Shopify at ${assumptions.pageSeconds} s each (assumed)`;
  return [
    ['Monday', `${durationText(totalSeconds)}: ${steps}`],
    [
      '',
      `the sender comes to ${rated(sentPerSecond, 'mail')} a second; at the account's ${figure(rate)} sending would take ${durationText(monday.sendSecondsAtRate)}`,
    ],
    ['', `${walk}; its throttle alone asks for ${durationText(monday.throttleSeconds)}`],
    [
      '',
      `SES must allow ${counted(Math.min(learners, sentPerSecond * 86_400), 'mail')} in 24 hours; new accounts often begin with 50,000`,
    ],
  ];
}

function warnings({ learners, month, monday }: Estimate): Fact[] {
  const late = monday.totalSeconds > sendingHours * 3_600;
  const left = monday.walkSeconds > walkHoursMax * 3_600;
  const secondsToSend = Math.max(0, sendingHours * 3_600 - monday.syncSeconds - monday.planSeconds);
  const tooLate = learners - secondsToSend * monday.sentPerSecond;
  const found: Fact[] = [];
  if (left) {
    found.push([
      '!',
      `the walk takes more than ${walkHoursMax} hours: the run goes on with the learners as last known`,
    ]);
  }
  if (late) {
    const without = `${counted(tooLate, 'learner')} ${isOne(count(tooLate)) ? 'gets' : 'get'} no mail`;
    found.push(['!', `the run is not over on Thursday at 20:00: ${without}; the bill is of mailing everyone`]);
  }
  if (month.mails > 10_000_000) {
    found.push(['!', 'the price of a mail is that of the first 10,000,000 a month; above it may be lower']);
  }
  return found;
}

/** A whole number of things. */
function counted(number: number, thing: string): string {
  return things(count(number), thing);
}

/** A measured number of things, with three digits. */
function rated(number: number, thing: string): string {
  return things(figure(number), thing);
}

function things(number: string, thing: string): string {
  return `${number} ${thing}${isOne(number) ? '' : 's'}`;
}

function isOne(number: string): boolean {
  return number === '1';
}

function count(number: number): string {
  return Math.round(number).toLocaleString('en');
}

function figure(number: number): string {
  return Number(number.toPrecision(3)).toLocaleString('en', { maximumSignificantDigits: 3 });
}

function money(dollars: number, digits = 2): string {
  return dollars.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
