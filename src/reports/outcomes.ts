// [003] results flyer: the contract’s outcomes · [004] Practice Point PN08-25
import { closings } from '../records/figures/closings.ts';
import { read } from '../records/store.ts';
import { bringsHome } from '../rules/case/policy.ts';
import { harms } from '../rules/figures/outcome.ts';
import { type Grouping, requireMayGroup } from '../rules/figures/who-may.ts';
import { programOf, usualProgram } from '../rules/policy.ts';
import { dateIn } from '../rules/zone.ts';
import type { ReportDesk } from './desk.ts';
import { targetSection, targetSentence, targetSums } from './outcomes/against-targets.ts';
import {
  childrenSection,
  closingSection,
  endSums,
  longTermSection,
  longTermSums,
} from './outcomes/at-the-end.ts';
import { type Groups, groupSection, groupSums, groupUp } from './outcomes/by-group.ts';
import { costSection } from './outcomes/cost.ts';
import { type HomeTally, homeSection, homeSums, homeTallyUp, noHomes } from './outcomes/home.ts';
import { knownSection, knownSums } from './outcomes/known.ts';
import { emptyTally, type Tally, tallyUp } from './outcomes/tally.ts';
import { type Report, type Scope, sentence } from './report.ts';

/**
 * How it came out for the families whose service ended in the year, against the contract’s targets: of one program, the
 * usual one where none is asked for, since what a placement is depends on where the children were before. Refuses `by`
 * (exit 4) to whom the office has not named for it.
 */
export async function outcomesReport(
  desk: ReportDesk,
  asked: Scope,
  by: Grouping | null = null,
): Promise<Report> {
  if (by !== null) requireMayGroup(desk.who, by, desk.settings);
  const program =
    asked.program === null ? usualProgram(desk.programs) : programOf(desk.programs, asked.program);
  const scope = { ...asked, program: program.code };
  const going = { program, today: dateIn(desk.now, desk.settings.zone) };
  const tally = emptyTally(program);
  const groups: Groups = new Map();
  const homes = bringsHome(program) ? noHomes() : null;
  await read(desk.store, async (db) => {
    for await (const some of closings(db, scope))
      for (const one of some) {
        tallyUp(tally, one, going);
        if (homes) homeTallyUp(homes, one, program);
        if (by !== null) groupUp(groups, one, by, going);
      }
  });
  return made(
    desk,
    scope,
    { tally, homes, groups: by && { by, groups } },
    { program, figures: desk.figures, bringing: bringsHome(program) },
  );
}

interface Counted {
  tally: Tally;
  homes: HomeTally | null;
  groups: { by: Grouping; groups: Groups } | null;
}

type Made = Parameters<typeof targetSection>[2];

function made(desk: ReportDesk, scope: Scope, { tally, homes, groups }: Counted, going: Made): Report {
  const { program, figures } = going;
  const longTerm = longTermSection(tally, figures);
  const cost = costSection(tally, program);
  return {
    id: 'outcomes',
    title: `How it came out: ${program.name}`,
    scope,
    madeAt: desk.now,
    headline:
      tally.closed === 0
        ? [sentence`No service ended in this year.`]
        : harms.flatMap((harm) => targetSentence(harm, tally, going)),
    sections: [
      ...(homes ? [homeSection(homes, program)] : []),
      ...harms.map((harm) => targetSection(harm, tally, going)),
      knownSection(tally, program, going),
      closingSection(tally, figures),
      childrenSection(tally),
      ...(longTerm ? [longTerm] : []),
      ...(cost ? [cost] : []),
      ...(groups ? [groupSection(groups.groups, groups.by, going)] : []),
    ],
    sums: [
      ...harms.flatMap((harm) => targetSums(harm, program)),
      ...knownSums(program, going),
      ...endSums,
      ...(groups ? groupSums(groups.groups, groups.by, going) : []),
      ...(homes ? homeSums : []),
      ...(longTerm ? longTermSums : []),
      ...(cost ? [{ whole: 'cost/served/children', parts: ['children/all/children'] }] : []),
    ],
    notes: [
      `A result is told only of enough families, and only where the whole interval (${figures.numbers.confidence.value} %, Wilson’s) lies on one side of the target; how many are enough: iis policy.`,
      'A year has the services whose last day was in it, and what is known of those families up to the day of this report: a year that ended long ago has later outcomes than one that runs. What is noted later is in the next report.',
    ],
  };
}
