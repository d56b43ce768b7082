import type { Desk } from '../desk/desk.ts';
import type { Session } from './session.ts';
import { paragraph } from './views/card.ts';

/**
 * The desk for a command that takes something in: the database is made where there is none, and on a
 * terminal the settings are asked for once, before anything else.
 */
export async function readyDesk(session: Session): Promise<Desk> {
  const desk = await session.desk({ create: true });
  if (desk.settings.circuits.length > 0 || !session.canAsk) return desk;
  const why =
    'Before the first entry, a few questions about your office. They can be changed later: iis settings set';
  session.say(`${paragraph(why, session.talkLook)}\n`);
  const { askSettings } = await import('./questions/settings.ts');
  const { changeSettings } = await import('../desk/settings.ts');
  const settings = await changeSettings(
    { ...desk, command: 'settings set' },
    await askSettings(session, desk.settings),
    desk.settings,
  );
  return { ...desk, settings };
}
