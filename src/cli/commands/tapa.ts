import { Command } from 'commander';
import { type Desk, today } from '../../desk/desk.ts';
import {
  endNotedTapa,
  endTapaOfReferral,
  noteTapa,
  referForTapa,
  tapaInWriting,
  tapaOfReferralInWriting,
  tapas,
} from '../../desk/tapas.ts';
import { readCounty } from '../../rules/admission.ts';
import { dayInWords } from '../../rules/in-words.ts';
import { whyInSentence } from '../../rules/reasons.ts';
import type { Referral } from '../../rules/referral.ts';
import type { KeptTapa, NotedTapa } from '../../rules/tapa.ts';
import type { CalendarDate } from '../../rules/time.ts';
import { type Answered, asTold, saved } from '../answered.ts';
import { examples, type NounCommand, type Run } from '../command.ts';
import { readyDesk } from '../first-use.ts';
import { dayOf, needFlags } from '../flags.ts';
import { changedTapaJson, tapaJson } from '../json/tapa.ts';
import { type Answer, answer, type Session } from '../session.ts';
import { paragraph } from '../views/card.ts';
import { notedInWords, tapaTable } from '../views/tapas.ts';
import { wordingOf } from '../views/wording.ts';
import { whichReferral } from '../which.ts';
import { whichNotedTapa, whichTapa } from '../which-tapa.ts';
import { type EndFlags, reasonOf } from './referral/end.ts';

export const tapaCommand: NounCommand = (run) =>
  new Command('tapa')
    .addCommand(add(run))
    .addCommand(list(run))
    .addCommand(written(run))
    .addCommand(refer(run))
    .addCommand(end(run));

interface AddFlags {
  family?: string;
  on?: string;
  written?: string;
  county?: string;
  worker?: string;
}

const add = (run: Run): Command =>
  new Command('add')
    .description('note a TAPA whose family is not referred yet: it obliges to refer them')
    .option('--family <name>', 'what the family is called')
    .option('--on <date>', 'the day on which it was made')
    .option('--written <date>', 'the day on which it was put in writing')
    .option('--county <county>', 'where the family lives')
    .option('--worker <name>', 'who negotiated it')
    .addHelpText(
      'after',
      examples('iis tapa add', 'iis tapa add --family "Dana Sample" --on 10/2/2026 --county Boone'),
    )
    .action(run(addTapa));

async function addTapa(session: Session, flags: AddFlags): Promise<Answer> {
  const desk = await readyDesk(session);
  const noted = await saved(desk, await newTapa(session, desk, flags), noteTapa);
  return answer(noted, {
    json: (tapa) => changedTapaJson(tapa, desk),
    show: (tapa, look) => paragraph(notedInWords(tapa, desk), look),
  });
}

async function newTapa(
  session: Session,
  desk: Desk,
  flags: AddFlags,
): Promise<Answered<Omit<NotedTapa, 'id'>>> {
  const given = {
    family: flags.family?.trim() || null,
    agreedOn: flags.on === undefined ? null : await dayOf(desk, '--on', flags.on),
    writtenOn: flags.written === undefined ? null : await dayOf(desk, '--written', flags.written),
    county: flags.county === undefined ? null : readCounty(flags.county),
    worker: flags.worker?.trim() || null,
  };
  const { family, agreedOn } = given;
  if (family !== null && agreedOn !== null) return asTold({ ...given, family, agreedOn });
  if (!session.canAsk) needFlags([...(family ? [] : ['--family']), ...(agreedOn ? [] : ['--on'])]);
  const { askTapa } = await import('../questions/tapa.ts');
  return askTapa(session, desk, given);
}

const list = (run: Run): Command =>
  new Command('list')
    .description('the TAPAs whose families are not referred yet')
    .option('--all', 'those that were referred or closed too')
    .addHelpText('after', examples('iis tapa list', 'iis tapa list --all'))
    .action(
      run(async (session: Session, flags: { all?: boolean }) => {
        const desk = await session.desk();
        return answer(await tapas(desk, { all: flags.all === true }), {
          json: (all) => all.map((tapa) => tapaJson(tapa, desk)),
          show: (all, look) => tapaTable(all, look, { ...wordingOf(desk), ...desk }),
        });
      }),
    );

const written = (run: Run): Command =>
  new Command('written')
    .description('keep the day on which a TAPA was put in writing')
    .argument('[what]', 'its number, such as T0003, or the referral that it belongs to')
    .option('--on <date>', 'the day')
    .addHelpText(
      'after',
      examples('iis tapa written T0003 --on yesterday', 'iis tapa written 42 --on 10/5/2026'),
    )
    .action(
      run(async (session: Session, what: string | undefined, flags: { on?: string }) => {
        const desk = await session.desk();
        const which = await whichTapa(session, desk, what);
        const on = await dayGiven(session, desk, flags.on, 'On which day was the TAPA put in writing?');
        const sentence = `The TAPA ${which.noted ?? `of ${which.referral}`} is in writing since ${dayInWords(on)}.`;
        if (which.noted !== undefined)
          return tapaAnswer(desk, await tapaInWriting(desk, which.noted, on), sentence);
        return tapaAnswer(desk, await tapaOfReferralInWriting(desk, which.referral, on), sentence);
      }),
    );

const refer = (run: Run): Command =>
  new Command('refer')
    .description('say which referral was made for a TAPA')
    .argument('[tapa]', 'its number, such as T0003')
    .option('--referral <referral>', 'the referral, by number or a name of the family')
    .addHelpText('after', examples('iis tapa refer T0003', 'iis tapa refer T0003 --referral 42'))
    .action(
      run(async (session: Session, what: string | undefined, flags: { referral?: string }) => {
        const desk = await session.desk();
        const id = await whichNotedTapa(session, desk, what);
        const referral =
          flags.referral === undefined && session.canAsk
            ? await (await import('../questions/tapa.ts')).askReferralOf(session, desk, id)
            : await whichReferral(session, desk, flags.referral ?? missingReferral(id));
        const tapa = await referForTapa(desk, id, referral);
        return tapaAnswer(desk, tapa, `${id} is referred: ${referral}. Its days go on with the referral.`);
      }),
    );

const missingReferral = (id: string): undefined =>
  needFlags(
    ['--referral'],
    `Give the referral that was made for ${id}. If there is none yet: iis referral add`,
  ) as undefined;

interface EndTapaFlags extends EndFlags {
  on?: string;
}

const end = (run: Run): Command =>
  new Command('end')
    .description('keep that a TAPA is over; one without a referral ends for a coded reason')
    .argument('[what]', 'its number, such as T0003, or the referral that it belongs to')
    .option('--on <date>', 'the day on which it ended (else today)')
    .option('--reason <code>', 'without a referral: why none is to come (iis policy lists the codes)')
    .option('--note <text>', 'without a referral: more about it')
    .addHelpText(
      'after',
      examples('iis tapa end 42 --on 12/31/2026', 'iis tapa end T0003 --reason moved_away'),
    )
    .action(run(endTapa));

async function endTapa(session: Session, what: string | undefined, flags: EndTapaFlags): Promise<Answer> {
  const desk = await session.desk();
  const which = await whichTapa(session, desk, what);
  const on = await dayGiven(
    session,
    desk,
    flags.on ?? (flags.reason && 'today'),
    'On which day did the TAPA end?',
  );
  if (which.noted === undefined) {
    const referral = await endTapaOfReferral(desk, which.referral, on);
    return tapaAnswer(desk, referral, `The TAPA of ${which.referral} ended on ${dayInWords(on)}.`);
  }
  if (!flags.reason)
    session.say('A TAPA obliges to refer the family [001]: it ends without a referral only for a reason.');
  const reason = await reasonOf(session, desk, 'tapa', flags);
  const tapa = await endNotedTapa(desk, which.noted, on, reason);
  const because = whyInSentence(desk.reasons, reason);
  return tapaAnswer(desk, tapa, `${which.noted} is over, and no referral is to come: ${because}.`);
}

/** The day of the flag; asked for where somebody can answer, else today. */
async function dayGiven(
  session: Session,
  desk: Desk,
  typed: string | undefined,
  message: string,
): Promise<CalendarDate> {
  if (typed !== undefined) return dayOf(desk, '--on', typed);
  if (!session.canAsk) return today(desk);
  return (await import('../questions/tapa.ts')).askDay(session, desk, message);
}

/** The answer of a step that changed a TAPA, one that was noted or that of a referral. */
const tapaAnswer = (desk: Desk, changed: KeptTapa | Referral, sentence: string): Answer =>
  answer(
    { changed, sentence },
    {
      json: (value) => changedTapaJson(value.changed, desk),
      show: (value, look) => paragraph(value.sentence, look),
    },
  );
