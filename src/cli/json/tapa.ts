import type { Desk } from '../../desk/desk.ts';
import { submitterDueAt } from '../../desk/dossier.ts';
import { tapaDays } from '../../rules/due/of-tapa.ts';
import { usualProgram } from '../../rules/policy.ts';
import type { Referral } from '../../rules/referral.ts';
import type { KeptTapa } from '../../rules/tapa.ts';
import { referralJson } from './referral.ts';

export const tapaJson = (tapa: KeptTapa, { programs, holidays }: Pick<Desk, 'programs' | 'holidays'>) => {
  const { writtenBy, endsOn } = tapaDays(tapa.agreedOn, usualProgram(programs), holidays);
  return {
    id: tapa.id,
    family: tapa.family,
    county: tapa.county,
    worker: tapa.worker,
    agreedOn: tapa.agreedOn,
    writtenBy,
    writtenOn: tapa.writtenOn,
    endsOn,
    referral: tapa.referral,
    closed: tapa.closed,
  };
};

export const changedTapaJson = (changed: KeptTapa | Referral, desk: Desk) =>
  'agreedOn' in changed
    ? { tapa: tapaJson(changed, desk), referral: null }
    : { tapa: null, referral: referralJson(changed, submitterDueAt(desk, changed)) };
