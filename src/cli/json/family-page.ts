import type { FamilyPage } from '../../desk/family-page.ts';

export const familyPageJson = ({ family, familyName, county, circuit, referrals, lines }: FamilyPage) => ({
  family: {
    id: family.id,
    familyName,
    caregivers: family.caregivers.map(({ name }) => ({ name })),
    children: family.children.map(({ name, birthDate }) => ({ name, birthDate })),
    county,
    circuit,
  },
  referrals: referrals.map(({ id, program, status }) => ({ id, program, status })),
  lines: lines.map(({ on, at, kind, referral, number, what, note }) => ({
    on,
    at,
    kind,
    referral,
    number,
    what,
    note,
  })),
});
