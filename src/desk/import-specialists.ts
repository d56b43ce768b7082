import {
  addSpecialist,
  endSpecialist,
  listSpecialists,
  type SpecialistFacts,
} from '../records/specialists.ts';
import type { Specialist } from '../rules/specialist.ts';
import type { SpecialistCode } from '../rules/words.ts';
import type { Desk } from './desk.ts';
import { type Imported, type ImportOptions, type LeftOut, rehearsed } from './import-referrals.ts';

/** A specialist as a row of a table gives them; the facts fit together. */
export interface SpecialistRow {
  row: number;
  code: SpecialistCode;
  facts: SpecialistFacts;
  /** The end of their work, where that is known: whoever has ended must not be given a family. */
  ended: Specialist['ended'];
}

export type ImportedSpecialist = Pick<SpecialistRow, 'row' | 'code'> & { name: string };

/** Takes the rows on as new specialists, all of them or none; a code that is taken stays as it is. */
export const importSpecialists = (
  desk: Desk,
  rows: readonly SpecialistRow[],
  options: ImportOptions,
): Promise<Imported<ImportedSpecialist, SpecialistCode>> =>
  rehearsed(desk, options, async (writing) => {
    const codes = new Set((await listSpecialists(writing.db)).map(({ code }) => code));
    const isThere = ({ code }: SpecialistRow) => codes.has(code);
    const taken = rows.filter((row) => !isThere(row));
    for (const { code, facts, ended } of taken) {
      await addSpecialist(writing, code, facts);
      if (ended) await endSpecialist(writing, code, ended);
    }
    const leftOut = rows
      .filter(isThere)
      .map(({ row, code }): LeftOut<SpecialistCode> => ({ row, why: 'taken_already', is: code }));
    return { taken: taken.map(({ row, code, facts }) => ({ row, code, name: facts.name })), leftOut };
  });
