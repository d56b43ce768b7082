import type { ExpressionBuilder } from 'kysely';
import type { Tables } from './tables.ts';

/** Who a family is called by: the names of its first caregiver and of its first child that are known. */
export const namesOf = (of: ExpressionBuilder<Tables & { r: Tables['referral'] }, 'r'>) => {
  const named = of
    .selectFrom('person as n')
    .whereRef('n.referral_id', '=', 'r.id')
    .select('n.name')
    .where('n.name', 'is not', null)
    .orderBy('n.position')
    .limit(1);
  return [
    named.where('n.role', '=', 'caregiver').as('caregiver'),
    named.where('n.role', '=', 'child').as('child'),
  ] as const;
};
