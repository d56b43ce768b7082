import type { Figure, Unit } from '../../reports/report.ts';
import { dollars } from '../../rules/money.ts';

const short: Partial<Record<Unit, string>> = { percent: ' %', hours: ' h', 'business hours': ' bus. h' };

/** A figure as it reads, `68.8 %`; nothing where there is nothing to say, an asterisk where it is hidden. */
export function figureInWords(figure: Figure | null): string {
  switch (figure?.kind) {
    case undefined:
      return '';
    case 'count':
      return figure.value.toLocaleString('en-US');
    case 'share':
      return `${figure.value.toFixed(1)} %`;
    case 'interval':
      return `${figure.low.toFixed(1)}–${figure.high.toFixed(1)} %`;
    case 'money':
      return dollars(figure.cents);
    case 'measure':
      return inUnit(figure.value, figure.unit);
    case 'number':
      return figure.unit === null ? String(figure.value) : inUnit(figure.value, figure.unit);
    case 'words':
      return figure.words;
    case 'hidden':
      return '*';
  }
}

function inUnit(value: number, unit: Unit): string {
  if (unit === 'dollars') return `$${value.toLocaleString('en-US')}`;
  return `${value}${short[unit] ?? ` ${unit}`}`;
}

/** What is drawn of it: its size, `null` where there is none or it is hidden. */
export const sizeOf = (figure: Figure | null | undefined): number | null =>
  figure && 'value' in figure ? figure.value : figure?.kind === 'money' ? figure.cents : null;
