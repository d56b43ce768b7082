import type { Desk } from '../desk/desk.ts';
import { referralLines } from '../desk/dossier.ts';
import { tapas } from '../desk/tapas.ts';
import { familyName, openStatuses } from '../rules/referral.ts';
import type { NotedTapa, TapaNumber } from '../rules/tapa.ts';
import type { ReferralNumber } from '../rules/words.ts';
import { needFlags } from './flags.ts';
import type { Session } from './session.ts';
import { nameSeen } from './views/safe-text.ts';
import { whichReferral } from './which.ts';

/** A TAPA that was noted before its referral, or that of a referral. */
export type WhichTapa = { noted: TapaNumber; referral?: never } | { noted?: never; referral: ReferralNumber };

/** `T0003`, `t3`: the number of a TAPA that was noted; `null` where it is not one. */
export function tapaNumber(text: string): TapaNumber | null {
  const digits = /^t0*([1-9]\d{0,8})$/i.exec(text.trim())?.[1];
  return digits === undefined ? null : (`T${digits.padStart(4, '0')}` as TapaNumber);
}

/** The TAPA that is meant: by its number, or by the referral that it belongs to. Where none is named, a terminal offers them. */
export async function whichTapa(session: Session, desk: Desk, what: string | undefined): Promise<WhichTapa> {
  if (what !== undefined) {
    const noted = tapaNumber(what);
    return noted ? { noted } : { referral: await whichReferral(session, desk, what) };
  }
  if (!session.canAsk) needFlags(['WHAT'], 'Name the TAPA, such as T0003, or its referral, such as 42.');
  const lines = await referralLines(desk, { statuses: [...openStatuses, 'assigned', 'accepted'] });
  const running = lines.filter(({ referral }) => referral.tapa && !referral.tapaEndedOn);
  const choices = [
    ...(await notedChoices(session, desk)).map(({ value, label }) => ({ value: { noted: value }, label })),
    ...running.map(({ referral }) => ({
      value: { referral: referral.id },
      label: labelOf(session, referral.id, familyName(referral.family) ?? 'not named'),
    })),
  ];
  if (choices.length === 0) needFlags(['WHAT'], 'There is no TAPA that goes on. Note one: iis tapa add');
  const ask = await session.ask();
  return (await ask.choose<WhichTapa>({ message: 'Which TAPA?', search: true, choices })) as WhichTapa;
}

/** The same where only one that was noted before its referral can be meant. */
export async function whichNotedTapa(
  session: Session,
  desk: Desk,
  what: string | undefined,
): Promise<TapaNumber> {
  const number = what === undefined ? null : tapaNumber(what);
  if (number !== null) return number;
  const choices = what === undefined && session.canAsk ? await notedChoices(session, desk) : [];
  if (choices.length === 0) needFlags(['TAPA'], 'Give its number, such as T0003. See them: iis tapa list');
  const ask = await session.ask();
  return (await ask.choose({ message: 'Which TAPA?', search: true, choices })) as TapaNumber;
}

const notedChoices = async (session: Session, desk: Desk) =>
  (await tapas(desk, { all: false })).map(({ id, family }: NotedTapa) => ({
    value: id,
    label: labelOf(session, id, family),
  }));

const labelOf = ({ flags }: Session, id: string, name: string): string =>
  `${id}  ${nameSeen(name, flags.private)}`;
