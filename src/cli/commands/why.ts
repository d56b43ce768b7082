import { Command } from 'commander';
import type { Desk } from '../../desk/desk.ts';
import { specialistsToday } from '../../desk/specialist-list.ts';
import {
  type Explanation,
  referralTopics,
  whyDrafts,
  whyFundOf,
  whyReferral,
  whySpecialist,
  whyTapaOf,
} from '../../desk/why.ts';
import { examples, type NounCommand } from '../command.ts';
import { oneOf } from '../flags.ts';
import { explanationJson } from '../json/why.ts';
import { type Answer, answer, type Session } from '../session.ts';
import { whyView } from '../views/why.ts';
import { wordingOf } from '../views/wording.ts';
import { whichReferral } from '../which.ts';
import { fundNumber } from '../which-fund.ts';
import { tapaNumber } from '../which-tapa.ts';

export const whyCommand: NounCommand = (run) =>
  new Command('why')
    .argument(
      '[what]',
      'a referral by number or name, a specialist by code, a TAPA such as T0003, a request to the fund such as E26-0003, or draft',
    )
    .argument('[about]', `of a referral only this: ${referralTopics.join(', ')}`)
    .addHelpText('after', examples('iis why 42', 'iis why 42 contact', 'iis why kim', 'iis why T0003'))
    .action(run(tellWhy));

async function tellWhy(
  session: Session,
  what: string | undefined,
  about: string | undefined,
): Promise<Answer> {
  const desk = await session.desk();
  return answer(await explanations(session, desk, what, about), {
    json: (all) => all.map(explanationJson),
    show: (all, look) => whyView(all, look, wordingOf(desk)),
  });
}

/** A specialist’s code goes before a family of that name, as everywhere. */
async function explanations(
  session: Session,
  desk: Desk,
  what: string | undefined,
  about: string | undefined,
): Promise<Explanation[]> {
  if (what?.trim().toLowerCase() === 'draft') return whyDrafts(desk, about);
  const noted = what === undefined ? null : tapaNumber(what);
  if (noted) return whyTapaOf(desk, noted);
  const request = what === undefined ? null : fundNumber(what);
  if (request) return whyFundOf(desk, request);
  const topic = about === undefined ? null : oneOf('About', about, referralTopics);
  const code = what?.trim().toLowerCase();
  const specialist = (await specialistsToday(desk)).find((one) => one.specialist.code === code);
  if (specialist && topic === null) return whySpecialist(desk, specialist);
  return whyReferral(desk, await whichReferral(session, desk, what), topic);
}
