import type { ReportDesk } from '../desk.ts';
import { cell, type Sentence, sentence } from '../report.ts';
import { allLine, circuitLine, eligibleAt, hasAll, type Lines } from './lines.ts';
import { inClumps, isEnough } from './opening.ts';

/** What a tired reader takes away, of each program. */
export const saidFirst = (lines: readonly Lines[], desk: Pick<ReportDesk, 'figures'>): Sentence[] =>
  lines.flatMap((of) => {
    const several = hasAll(of);
    const line = several ? allLine(of.program) : of.circuits[0] ? circuitLine(of.circuits[0]) : null;
    if (line === null) return [];
    const at = (section: string, column: string) => cell(section, line, column);
    const families = {
      at: eligibleAt(line),
      one: `${of.program} family was`,
      many: `${of.program} families were`,
    };
    const now = { at: at('specialists', 'now'), one: 'there is #', many: 'there are #' };
    const counted = [
      sentence`${families} found eligible.`,
      sentence`${at('opening', 'denied')} of them met no opening (${at('opening', 'share')}).`,
    ];
    const enough = of.circuits.filter((one) => isEnough(one, desk));
    if (enough.length === 0)
      return [
        ...counted,
        { parts: [`Too few ${of.program} families came to say how many specialists are needed.`] },
      ];
    const clumped = enough.filter((one) => inClumps(one, desk)).length;
    const need = several
      ? sentence`Needed: ${{ at: at('specialists', 'needed'), one: 'specialist', many: 'specialists' }}, where ${now}, so that no circuit turns away more than the target.`
      : sentence`Needed: ${{ at: at('specialists', 'needed'), one: 'specialist', many: 'specialists' }} (${at('specialists', 'low')} to ${at('specialists', 'high')}), where ${now}; the next would serve ${at('specialists', 'next')} families a year more.`;
    const clumps = several
      ? 'In some circuits families come in clumps: there Erlang’s formula is too hopeful.'
      : 'Families come in clumps: Erlang’s formula is too hopeful.';
    return [...counted, need, ...(clumped > 0 ? [{ parts: [clumps] }] : [])];
  });
