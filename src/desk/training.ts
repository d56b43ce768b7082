import { listSpecialists } from '../records/specialists.ts';
import type { Db } from '../records/tables.ts';
import { addTraining, allTraining, type KeptTraining, type TrainedBy } from '../records/training.ts';
import { requireDay } from '../rules/day-gone-by.ts';
import { programOf } from '../rules/policy.ts';
import { isActive, type Specialist } from '../rules/specialist.ts';
import {
  isSameName,
  requiredTraining,
  type Trainee,
  type Training,
  type TrainingEntry,
} from '../rules/training.ts';
import type { ProgramCode } from '../rules/words.ts';
import { type Desk, look, today } from './desk.ts';
import { write } from './write.ts';

/** The training of every specialist who works here, and of who supervises them, against what their program asks for. */
export const trainings = (desk: Desk): Promise<Training[]> =>
  look(desk, async (db) =>
    trainingsOf(
      desk,
      db,
      (await listSpecialists(db)).filter((one) => isActive(one, today(desk))),
    ),
  );

/** The same for the specialists that were read already. */
export async function trainingsOf(desk: Desk, db: Db, working: readonly Specialist[]): Promise<Training[]> {
  const kept = await allTraining(db);
  return [...working.map(asTrainee), ...supervisorsOf(working)].map(({ program, ...who }) => {
    const entries = kept.filter((one) => one.program === program && isOf(one, who));
    const required = requiredTraining(programOf(desk.programs, program), who.role);
    return {
      ...who,
      program,
      requiredMinutes: required?.minutes ?? null,
      source: required?.source ?? null,
      doneMinutes: entries.reduce((sum, { minutes }) => sum + minutes, 0),
      entries: entries.map(({ minutes, on, note }) => ({ minutes, on, note })),
    };
  });
}

type InProgram = Trainee & { program: ProgramCode };

const asTrainee = ({ code, name, program }: Specialist): InProgram => ({
  role: 'specialist',
  specialist: code,
  name,
  program,
});

/** Each supervisor once a program, whatever the letters are that their name is written in. */
function supervisorsOf(specialists: readonly Specialist[]): InProgram[] {
  const found = new Map<string, InProgram>();
  for (const { supervisor: name, program } of specialists) {
    const key = `${program} ${name?.toLowerCase()}`;
    if (name !== null && !found.has(key))
      found.set(key, { role: 'supervisor', specialist: null, name, program });
  }
  return [...found.values()];
}

const isOf = (kept: KeptTraining, who: Trainee): boolean =>
  who.role === 'specialist' ? kept.specialist === who.specialist : isSameName(kept.supervisor, who.name);

/** Keeps hours of training. Refuses a day still to come. */
export const keepTraining = (
  desk: Desk,
  who: TrainedBy & { program: ProgramCode },
  entry: TrainingEntry,
): Promise<void> =>
  write(desk, async (writing) => {
    requireDay('The training', entry.on, { today: today(desk) });
    await addTraining(writing, { ...who, ...entry });
  });
