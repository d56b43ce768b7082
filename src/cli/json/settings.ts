import type { Settings } from '../../rules/settings.ts';

/** What an office decided for itself, before and after a change. */
export interface SettingsChange {
  before: Settings;
  after: Settings;
}

export const settingsJson = ({
  circuits,
  name,
  initials,
  phone,
  email,
  zone,
  take,
  ifrsCircuits,
  accessible,
  agencyFigures,
  smallCells,
}: Settings) => ({
  circuits,
  name,
  initials,
  phone,
  email,
  zone,
  take,
  ifrsCircuits,
  accessible,
  agencyFigures,
  smallCells,
});

export const settingsChangeJson = ({ before, after }: SettingsChange) => ({
  settings: settingsJson(after),
  before: settingsJson(before),
});
