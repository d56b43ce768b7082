import * as z from 'zod';
import {
  answers,
  divisionInvolvements,
  localSituations,
  priorities,
  situations,
  sources,
} from '../../../rules/words.ts';

/**
 * What scripts get and give, as schemas: docs/json.md is made from them, the tests hold every answer of the
 * program to them, and the compiler holds the mappers beside this folder to them. No command loads them.
 */

/** A field that can be `null`: what it means, and when it is. */
export const orNull = <S extends z.ZodType>(schema: S, means: string, nullWhen: string) =>
  schema.nullable().meta({ description: means, nullWhen });

/** A type with the words that the documentation has for it. */
const called = <S extends z.ZodType>(typeInWords: string, schema: S) => schema.meta({ typeInWords });

export const text = z.string();
export const count = z.int().min(0);
export const instant = called('time', z.iso.datetime({ precision: 0 }));
export const day = called('day', z.iso.date());
/** `--private` leaves the year alone. */
export const birthDay = called('day', z.union([z.iso.date(), z.string().regex(/^\d{4}$/)]));

export const referralNumber = called('referral number', z.string().regex(/^R\d\d-\d{4,}$/));
export const caseNumber = called('case number', z.string().regex(/^C\d\d-\d{4,}$/));
export const specialistCode = called('code', z.string().regex(/^[a-z0-9][a-z0-9-]{0,10}[a-z0-9]$/));
export const programCode = called('program', z.string().regex(/^[A-Z][A-Z0-9]{1,9}$/));
export const circuitNumber = called('circuit', z.int().min(1).max(46));
export const language = called('language', z.string().regex(/^[a-z]{2,3}$/));

export const source = z.enum(sources);
export const priority = z.enum(priorities);
export const situation = z.enum(situations);
export const localSituation = z.enum(localSituations);
export const divisionInvolvement = z.enum(divisionInvolvements);
export const criterionAnswer = z.enum(answers);
export const status = called(
  'status',
  z.enum([
    'received',
    'in_screening',
    'eligible',
    'not_eligible',
    'returned',
    'withdrawn',
    'closed',
    'not_accepted',
    'assigned',
    'accepted',
  ]),
);
