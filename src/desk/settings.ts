import { readSettings, saveSettings } from '../records/settings.ts';
import { isCircuit } from '../rules/circuits.ts';
import { Refusal } from '../rules/refusal.ts';
import type { Settings } from '../rules/settings.ts';
import { findZone } from '../rules/zone-names.ts';
import { requireSettingsAsSeen } from './changed-meanwhile.ts';
import type { Desk } from './desk.ts';
import { write } from './write.ts';

/**
 * Keeps the settings that are given, leaves the others, and returns them all. Refuses circuits that Missouri does not
 * have, a time zone that is none, and too few hidden counts; with `seen`, a setting that somebody else changed since it was
 * shown (`changed_meanwhile`). The desk that was passed in still goes by the settings before.
 */
export async function changeSettings(
  desk: Desk,
  patch: Partial<Settings>,
  seen?: Settings,
): Promise<Settings> {
  const sound = soundSettings(patch, desk.figures.numbers.smallCellsAtLeast.value);
  return write(desk, async (writing) => {
    const now = await readSettings(writing.db);
    if (seen) await requireSettingsAsSeen(writing.db, seen, now, sound, now.zone);
    await saveSettings(writing, sound);
    return { ...now, ...sound };
  });
}

function soundSettings(patch: Partial<Settings>, leastSmallCells: number): Partial<Settings> {
  const strange = [...(patch.circuits ?? []), ...(patch.ifrsCircuits ?? [])].filter(
    (number) => !isCircuit(number),
  );
  const zone = patch.zone === undefined ? null : findZone(patch.zone);
  const isTooFew = patch.smallCells !== undefined && patch.smallCells < leastSmallCells;
  const reasons = [
    ...strange.map((number) => `Missouri has no circuit ${number}. See them: iis circuits`),
    ...(zone && 'nearest' in zone ? [noSuchZone(patch.zone!, zone.nearest)] : []),
    ...(isTooFew ? [`In a report for others at least the counts of 1–${leastSmallCells} are hidden.`] : []),
  ];
  if (reasons.length > 0) {
    throw new Refusal({
      kind: 'invalid',
      code: 'bad_settings',
      message: 'These settings can’t be kept; nothing was changed.',
      reasons,
    });
  }
  return {
    ...patch,
    ...(patch.circuits && { circuits: inOrder(patch.circuits) }),
    ...(patch.ifrsCircuits && { ifrsCircuits: inOrder(patch.ifrsCircuits) }),
    ...(zone && 'zone' in zone && { zone: zone.zone }),
  };
}

/** Why a zone can’t be taken, in a sentence or two. */
export const noSuchZone = (typed: string, near: readonly string[]): string =>
  `“${typed.slice(0, 40)}” is not a time zone. ${near.length > 0 ? `Did you mean ${near.join(' or ')}?` : 'Missouri’s is America/Chicago.'}`;

const inOrder = (numbers: readonly number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b);
