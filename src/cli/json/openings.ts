import type { Openings } from '../../desk/openings.ts';

export const openingsJson = ({ specialist, places, openCases, openings, leave }: Openings) => ({
  specialist: specialist.code,
  name: specialist.name,
  agency: specialist.agency,
  supervisor: specialist.supervisor,
  program: specialist.program,
  circuits: specialist.circuits,
  counties: specialist.counties,
  languages: specialist.languages,
  takes: specialist.takes,
  places,
  openCases,
  openings,
  onLeave: leave !== null,
  onLeaveUntil: leave?.until ?? null,
});
