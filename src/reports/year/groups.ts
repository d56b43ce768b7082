import { circuits } from '../../rules/circuits.ts';
import type { Month } from '../months.ts';
import type { Scope } from '../report.ts';
import { type Built, byAnswer, type Group } from './by-answer.ts';
import type { Counted, YearTally } from './tally.ts';

const none: Counted = { accepted: 0, notAccepted: 0, neither: 0 };

const groupsOf = (titles: Readonly<Record<string, string>>, counts: ReadonlyMap<string, Counted>): Group[] =>
  Object.entries(titles).map(([id, title]) => ({ id, title, counted: counts.get(id) ?? none }));

const sources = { division: 'Children’s Division', community: 'Community', unknown: 'Not known' };
const priorities = { imminent: 'Imminent', high: 'High', moderate: 'Moderate', unknown: 'Not known' };

export const sourceSection = ({ all, bySource }: YearTally): Built =>
  byAnswer(
    {
      id: 'source',
      title: 'By who referred',
      counts:
        'By the source of the referral: the Division’s own staff, or the community with its form [002].',
      chart: { kind: 'bars', of: ['referrals'], says: 'Referrals received in the year, by source.' },
    },
    all,
    groupsOf(sources, bySource),
  );

export const prioritySection = ({ all, byPriority }: YearTally): Built =>
  byAnswer(
    {
      id: 'priority',
      title: 'By risk',
      counts: 'By the priority of the referral as it stands: a review can have changed it [002].',
      chart: { kind: 'bars', of: ['referrals'], says: 'Referrals received in the year, by risk.' },
    },
    all,
    groupsOf(priorities, byPriority),
  );

/** A row for each circuit that is looked at, also where nothing came from it; `null` where it is, or all came from, only one. */
export function circuitSection({ all, byPlace }: YearTally, scope: Scope): Built | null {
  const shown = scope.circuits ?? circuits.map(({ circuit }) => circuit);
  if (shown.length < 2) return null;
  const counts = new Map<string, Counted>();
  if (scope.circuits === null && new Set([...byPlace.keys()].map((place) => place.split('|')[0])).size < 2)
    return null;
  for (const [place, counted] of byPlace) {
    const circuit = place.split('|')[0]!;
    counts.set(circuit, added(counts.get(circuit) ?? none, counted));
  }
  const known = [...shown].sort((a, b) => a - b).map(String);
  const groups = known.map((circuit) => ({
    id: circuit,
    title: `Circuit ${circuit}`,
    counted: counts.get(circuit) ?? none,
  }));
  const lost = counts.get('');
  return byAnswer(
    {
      id: 'circuit',
      title: 'By circuit',
      counts: 'By the judicial circuit of the family’s county; every circuit that was asked for has a row.',
      chart: {
        kind: 'bars',
        of: ['referrals'],
        says: 'Referrals received in the year, by judicial circuit.',
      },
    },
    all,
    [...groups, ...(lost ? [{ id: 'unknown', title: 'Not known', counted: lost }] : [])],
  );
}

const added = (a: Counted, b: Counted): Counted => ({
  accepted: a.accepted + b.accepted,
  notAccepted: a.notAccepted + b.notAccepted,
  neither: a.neither + b.neither,
});

/** The counties of the circuits; of all circuits only those from which something came. */
export function countySection({ all, byPlace }: YearTally, scope: Scope, byCircuit: Built | null): Built {
  const listed = (
    scope.circuits ? circuits.filter(({ circuit }) => scope.circuits!.includes(circuit)) : []
  ).flatMap(({ circuit, counties }) => counties.map((county) => `${circuit}|${county}`));
  const places = [...new Set([...listed, ...byPlace.keys()])].sort(byCounty);
  const groups = places.map((place) => ({
    id: idOf(place),
    title: titleOf(place),
    counted: byPlace.get(place) ?? none,
  }));
  const built = byAnswer(
    {
      id: 'county',
      title: 'By county',
      counts:
        'By the county in which the family lives; of all circuits, the counties from which a referral came.',
      chart: { kind: 'bars', of: ['referrals'], says: 'Referrals received in the year, by county.' },
    },
    all,
    groups,
  );
  return byCircuit === null ? built : { ...built, sums: [...built.sums, ...ofCircuits(byCircuit, places)] };
}

/** A circuit is the sum of its counties. */
const ofCircuits = ({ section }: Built, places: readonly string[]) =>
  section.rows.slice(1).flatMap(({ id }) => {
    const own = places.filter((place) => (place.split('|')[0] || 'unknown') === id);
    return own.length === 0
      ? []
      : ['referrals', 'accepted', 'not_accepted', 'neither'].map((column) => ({
          whole: `circuit/${id}/${column}`,
          parts: own.map((place) => `county/${idOf(place)}/${column}`),
        }));
  });

// No county has letters beyond A to Z, and the first use of Intl takes 13 ms.
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const byCounty = (a: string, b: string): number => {
  const [nameA, nameB] = [a.split('|')[1]!, b.split('|')[1]!];
  return Number(nameA === '') - Number(nameB === '') || compare(nameA, nameB) || compare(a, b);
};

const usualCircuit = new Map(
  circuits.flatMap(({ circuit, counties }) => counties.map((county) => [county, circuit])),
);

const idOf = (place: string): string => {
  const [circuit, county] = place.split('|') as [string, string];
  const name =
    county === ''
      ? 'unknown'
      : county
          .toLowerCase()
          .replace(/[^a-z]+/g, '_')
          .replace(/^_|_$/g, '');
  return isUsual(circuit, county) ? name : `${name}_${circuit || 'unknown'}`;
};

const titleOf = (place: string): string => {
  const [circuit, county] = place.split('|') as [string, string];
  const name = county === '' ? 'Not known' : county;
  if (isUsual(circuit, county)) return name;
  return `${name}, ${circuit === '' ? 'circuit not known' : `circuit ${circuit}`}`;
};

const isUsual = (circuit: string, county: string): boolean =>
  county === '' ? circuit === '' : String(usualCircuit.get(county)) === circuit;

/** The months that have begun. */
export const monthSection = ({ all, byMonth }: YearTally, months: readonly Month[], now: string): Built =>
  byAnswer(
    {
      id: 'months',
      title: 'Month by month',
      counts:
        'By the month in which the referral was received, in the office’s time; months still to come have no row.',
      chart: {
        kind: 'months',
        of: ['referrals', 'accepted'],
        says: 'Referrals received and accepted, month by month.',
      },
    },
    all,
    months.flatMap(({ id, title, from }, i) => (from <= now ? [{ id, title, counted: byMonth[i]! }] : [])),
  );
