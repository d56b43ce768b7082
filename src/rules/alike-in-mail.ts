import { type FamilyFacts, rankAlike } from './likeness.ts';
import { searchKeysOf } from './name-keys.ts';

/** Beyond these few the likeness is by chance, as among the records. */
const MOST_COMPARED = 200;

const keysOf = ({ caregivers, children }: FamilyFacts): string[] => [
  ...new Set(
    [...caregivers, ...children.map((child) => ({ ...child, phone: null, address: null }))].flatMap(
      (person) => searchKeysOf(person),
    ),
  ),
];

/** For each family the places of those before it that look like it, the most alike first. */
export function alikeBefore(families: readonly FamilyFacts[]): number[][] {
  const byKey = new Map<string, number[]>();
  return families.map((family, at) => {
    const keys = keysOf(family);
    const shared = new Set(keys.flatMap((key) => byKey.get(key) ?? []));
    for (const key of keys) {
      const sharing = byKey.get(key);
      if (sharing) sharing.push(at);
      else byKey.set(key, [at]);
    }
    const compared = [...shared].sort((a, b) => b - a).slice(0, MOST_COMPARED);
    return rankAlike(
      family,
      compared.map((id) => ({ id, facts: families[id]! })),
    ).map(({ id }) => id);
  });
}
