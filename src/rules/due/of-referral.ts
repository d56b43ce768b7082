// [000] program description · [001] Practice Alert PA22-CM-10 · [002] Community Referral form
import { contactDueAt } from '../clocks.ts';
import { numberOf, programOf, ruleOf } from '../policy.ts';
import { missingForMatch } from '../referral.ts';
import type { DueRule, Finding, OpenReferral } from './due.ts';

/** The submitter is contacted within so many business hours of the receipt, until reached [002]. */
export const contactDue: DueRule = (referral, { programs, zone, holidays }) => {
  if (referral.contactedAt !== null) return [];
  const program = programOf(programs, referral.program);
  const within = numberOf(program, 'contactSubmitterWithin');
  const tried = referral.attempts === 1 ? 'tried once' : `tried ${referral.attempts} times`;
  return [
    {
      kind: 'contact_submitter',
      what: 'Contact the submitter',
      dueAt: contactDueAt(referral.receivedAt, within, zone, holidays),
      detail: referral.attempts === 0 ? 'not contacted yet' : `${tried}, not reached`,
      command: `iis referral contact ${referral.referral}`,
      ...ruleOf(program, 'contactSubmitterWithin'),
    },
  ];
};

/** A referral in screening waits for every answer that is not known yet [000][001][002]. */
export const screeningDue: DueRule = ({ referral, status, program: code, screened }, { programs }) => {
  if (status !== 'in_screening') return [];
  const { criteria } = programOf(programs, code);
  const answerTo = (id: string) => screened?.find((answer) => answer.id === id)?.answer ?? 'unknown';
  const open = criteria.filter(({ id }) => answerTo(id) === 'unknown').map(({ ask }) => `${ask}.`);
  const detail =
    screened === null
      ? 'no criterion is answered yet'
      : open.join(' ') || 'facts changed since the screening';
  return [
    {
      kind: 'screen_family',
      what: screened === null ? 'Screen the family' : 'Find out and screen again',
      dueAt: null,
      detail,
      command: `iis referral screen ${referral}`,
      rule: 'a family is eligible when every criterion is answered with yes',
      source: '[000]',
    },
  ];
};

/** An eligible family is matched by its county and priority [000][002]. */
export const factsDue: DueRule = (referral) => {
  const missing = referral.status === 'eligible' ? missingForMatch(referral) : [];
  if (missing.length === 0) return [];
  return [
    {
      kind: 'facts_missing',
      what: 'Add what matching needs',
      dueAt: null,
      detail: `not known: ${missing.join(' and ')}`,
      command: `iis referral edit ${referral.referral}`,
      rule: 'a family is matched by circuit, county and priority',
      source: '[000][002]',
    },
  ];
};

/** Every referral and every denial is in FACES: the state counts them there [001]. */
export const facesDue = ({
  referral,
  inFaces,
  denialsToKey,
}: Pick<OpenReferral, 'referral' | 'inFaces' | 'denialsToKey'>): Finding[] => {
  const common = {
    dueAt: null,
    rule: 'every referral and every denial is in FACES, opening or not',
    source: '[001]',
  };
  const command = `iis referral faces ${referral}`;
  return [
    ...(inFaces
      ? []
      : [
          {
            ...common,
            kind: 'faces_referral' as const,
            what: 'Enter the referral into FACES',
            detail: 'no FACES number yet',
            command,
          },
        ]),
    ...(denialsToKey === 0
      ? []
      : [
          {
            ...common,
            kind: 'faces_denial' as const,
            what:
              denialsToKey === 1 ? 'Enter the denial into FACES' : `Enter ${denialsToKey} denials into FACES`,
            detail: 'a denial counts only once it is there',
            command: `${command} --denial`,
          },
        ]),
  ];
};
