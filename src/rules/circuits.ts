import circuitList from '../../data/circuits.json';
import { nearest } from './nearest.ts';

export interface Circuit {
  circuit: number;
  counties: string[];
}

/** Missouri's judicial circuits and their counties. */
export const circuits: readonly Circuit[] = circuitList;

export const counties: readonly string[] = circuits.flatMap((c) => c.counties).sort();

export const circuitOfCounty = (county: string): number | null =>
  circuits.find((c) => c.counties.includes(county))?.circuit ?? null;

export const isCircuit = (number: number): boolean => circuits.some((c) => c.circuit === number);

/** `boone co.`, `Saint Charles`, `st louis city`: what is left when the ways of writing a county are taken off. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s.,'\u2019]+/g, ' ')
    .trim()
    .replace(/\bsaint\b/g, 'st')
    .replace(/\bsainte\b/g, 'ste')
    .replace(/\bcity of (st louis)\b/, '$1 city')
    .replace(/ mo$/, '')
    .replace(/ co$/, ' county');

const plainShort = (text: string): string => plain(text).replace(/ (county|city)$/, '');

/**
 * The county that somebody means, or the ones that it could be: `St. Louis` is a county and a city, and
 * neither is guessed. What fits none comes with the nearest names.
 */
export function findCounty(text: string): { county: string } | { several: string[] } | { nearest: string[] } {
  const exact = counties.find((county) => plain(county) === plain(text));
  if (exact) return { county: exact };
  const short = plainShort(text);
  const same = counties.filter((county) => plainShort(county) === short);
  if (same.length === 1) return { county: same[0]! };
  const begins = counties.filter((county) => short.length > 2 && plain(county).startsWith(short));
  if (same.length > 1 || begins.length > 1) return { several: same.length > 1 ? same : begins };
  if (begins.length === 1) return { county: begins[0]! };
  return { nearest: nearest(short, counties, plainShort) };
}
