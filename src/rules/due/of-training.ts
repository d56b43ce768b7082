// [004] Practice Point PN08-25: training of specialists and supervisors
import { hoursInWords, lacksTraining, type Training } from '../training.ts';
import type { SpecialistCode } from '../words.ts';
import type { Finding } from './due.ts';

/** What somebody lacks, and the specialist under whose code it stands on the sheet. */
export interface LackedTraining {
  training: Training;
  of: SpecialistCode;
}

/** The training of a program that asks for it is completed; it bars nobody from a family. */
export function trainingDue({ training, of }: LackedTraining): Finding[] {
  const { role, name, program, doneMinutes, requiredMinutes, source } = training;
  if (!lacksTraining(training)) return [];
  const who = role === 'supervisor' ? `${name} supervises ${of}: ` : '';
  return [
    {
      kind: 'training',
      what: role === 'supervisor' ? 'See to the supervisor’s training' : 'See to the training',
      dueAt: null,
      detail: `${who}${hoursInWords(doneMinutes)} of ${hoursInWords(requiredMinutes!)} are kept`,
      command: role === 'supervisor' ? 'iis specialist training' : `iis specialist training ${of}`,
      rule: `training of a ${role} of ${program}: ${hoursInWords(requiredMinutes!)}`,
      source: source!,
    },
  ];
}
