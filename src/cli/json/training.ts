import type { Training } from '../../rules/training.ts';
import { lacksTraining } from '../../rules/training.ts';

export const trainingJson = (training: Training) => ({
  role: training.role,
  specialist: training.specialist,
  name: training.name,
  program: training.program,
  requiredHours: training.requiredMinutes === null ? null : training.requiredMinutes / 60,
  source: training.source,
  doneHours: training.doneMinutes / 60,
  complete: !lacksTraining(training),
  entries: training.entries.map(({ minutes, on, note }) => ({ hours: minutes / 60, on, note })),
});
