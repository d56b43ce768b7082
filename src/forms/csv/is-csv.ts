import { recognisedReferral } from './headings.ts';

const fewest = 3;
const longestHeading = 80;

/** Whether the first line of a text names columns of referrals, rather than being the first line of a form. */
export function isCsv(text: string): boolean {
  const first = /^\s*([^\r\n]+)[\r\n]+[^\r\n]/.exec(text.slice(0, 16 * 1024))?.[1] ?? '';
  return [',', ';', '\t'].some((sign) => {
    const headings = first.split(sign).map((cell) => cell.replaceAll('"', '').trim());
    if (headings.length < fewest || headings.some((heading) => heading.length > longestHeading)) return false;
    const known = recognisedReferral(headings).filter((field) => field !== null);
    return known.length >= fewest && known.length * 2 >= headings.length;
  });
}
