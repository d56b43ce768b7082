import { circuits as allCircuits } from '../../rules/circuits.ts';
import { defaultSettings, type Settings, settingLabels } from '../../rules/settings.ts';
import { situationInWords } from '../../rules/words.ts';
import type { SettingsChange } from '../json/settings.ts';
import { drawCard, paragraph } from './card.ts';
import type { Look } from './look.ts';

/** What is set by hand; what columns mean is learned with each import. */
type Shown = Exclude<keyof Settings, 'tableColumns'>;
const keys = Object.keys(settingLabels).filter((key): key is Shown => key !== 'tableColumns');

/** The settings, and how to set those that the desk can’t do without. */
export function settingsView(settings: Settings, look: Look): string {
  const lines = keys.map((key) => [settingLabels[key], inWords(settings, key)] as const);
  const missing =
    settings.circuits.length === 0 ? ['', 'Say which circuits are yours: iis settings set'] : [];
  return [drawCard('Settings', [{ lines }], look), ...missing].join('\n');
}

/** What a change made of the settings: before → after. */
export function settingsChangeView({ before, after }: SettingsChange, look: Look): string {
  const changed = keys.filter((key) => inWords(before, key) !== inWords(after, key));
  if (changed.length === 0) return 'Nothing changed: the settings were so already.';
  return [
    look.bold('Settings saved'),
    ...changed.map((key) =>
      paragraph(
        `${settingLabels[key]}: ${inWords(before, key) ?? 'not set'} → ${inWords(after, key) ?? 'not set'}`,
        look,
        2,
      ),
    ),
  ].join('\n');
}

function inWords(settings: Settings, key: Shown): string | null {
  switch (key) {
    case 'circuits':
      return settings.circuits.length === 0 ? null : settings.circuits.map(circuitInWords).join('; ');
    case 'ifrsCircuits':
      return settings.ifrsCircuits.length === 0
        ? 'none'
        : settings.ifrsCircuits.map(circuitInWords).join('; ');
    case 'take':
      return (
        settings.take.map((situation) => situationInWords[situation].toLowerCase()).join(', ') ||
        'nothing more'
      );
    case 'accessible':
      return settings.accessible ? 'yes' : 'no';
    case 'agencyFigures':
      return settings.agencyFigures.join(', ') || 'for nobody';
    case 'smallCells':
      return smallCellsInWords(settings.smallCells);
    default:
      return settings[key];
  }
}

/** `1–10`, and what the policy says where it is less. */
const smallCellsInWords = (most: number): string =>
  `1–${most} in reports for others${most < defaultSettings.smallCells ? ` (CMS’s policy hides 1–${defaultSettings.smallCells})` : ''}`;

/** `13 (Boone, Callaway)`. */
export function circuitInWords(number: number): string {
  const found = allCircuits.find(({ circuit }) => circuit === number);
  return found ? `${number} (${found.counties.join(', ')})` : String(number);
}
