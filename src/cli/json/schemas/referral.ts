import * as z from 'zod';
import { reviewDecisions } from '../../../rules/fins.ts';
import { followUpKinds } from '../../../rules/reason-effects.ts';
import { contactOutcomes } from '../../../rules/words.ts';
import {
  birthDay,
  caseNumber,
  circuitNumber,
  count,
  criterionAnswer,
  day,
  divisionInvolvement,
  instant,
  language,
  orNull,
  priority,
  programCode,
  referralNumber,
  situation,
  source,
  specialistCode,
  status,
  text,
} from './fields.ts';

import { fieldSource, problem } from './read-from.ts';

const unsaid = 'nobody has said it yet';
const notOnForm = 'it is not known yet: it is not on the form';
const noCase = 'the referral has no open case';

const caregiver = z.strictObject({
  name: orNull(text, 'full name as it was given', unsaid),
  birthDate: orNull(birthDay, 'date of birth; with --private its year', unsaid),
  phone: orNull(text, 'phone as it was given, with remarks', unsaid),
  email: orNull(text, 'email', unsaid),
  address: orNull(text, 'address', unsaid),
});

const child = z.strictObject({
  name: orNull(text, 'full name as it was given', unsaid),
  birthDate: orNull(birthDay, 'date of birth; with --private its year', unsaid),
});

const submitter = z.strictObject({
  name: orNull(text, 'who refers the family', unsaid),
  organization: orNull(text, 'their organization', unsaid),
  phone: orNull(text, 'their phone', unsaid),
  email: orNull(text, 'their email', unsaid),
});

const fcsAnswers = ['accepted', 'declined'] as const;

/** An offer of Family Centered Services. */
export const fcsOffer = z.union([
  z.strictObject({
    state: z.literal('offered').describe('how the offer stands'),
    offeredOn: day.describe('the day of the offer'),
  }),
  z.strictObject({
    state: z.enum(fcsAnswers).describe('how the offer stands'),
    offeredOn: day.describe('the day of the offer'),
    answeredOn: orNull(day, 'the day of the answer', 'the day is not known'),
  }),
]);

const referralFields = {
  id: referralNumber.describe('its number'),
  status: status.describe('where it stands'),
  statusReason: orNull(
    text,
    'the code of the reason (iis policy lists them)',
    'it is not returned, withdrawn, closed or not accepted',
  ),
  source: orNull(source, 'the community, or the Division’s own staff', unsaid),
  program: programCode.describe('the program that the family is referred to'),
  circuit: orNull(circuitNumber, 'the judicial circuit of the county', 'the county is not known'),
  county: orNull(text, 'the county that the family lives in', notOnForm),
  priority: orNull(priority, 'the risk', notOnForm),
  receivedAt: instant.describe('when it was received'),
  contactDueAt: instant.describe('by when the submitter must be contacted, by the program’s policy'),
  family: z
    .strictObject({
      id: text.describe('the family; its referrals share it'),
      caregivers: z.array(caregiver).describe('one or two; the first is the one to speak with'),
      children: z.array(child).describe('the children'),
    })
    .describe('the household, as this referral has it'),
  submitter: submitter.describe('who refers'),
  reason: orNull(text, 'why the family is referred', unsaid),
  servicesProvided: orNull(text, 'services that were tried already', unsaid),
  accommodations: orNull(text, 'what the family needs to take part', unsaid),
  language: orNull(
    language,
    'the language of the service, ISO 639-1',
    'nobody has said; it is taken for English',
  ),
  interpreterArranged: orNull(z.boolean(), 'whether an interpreter is arranged', unsaid),
  situation: orNull(situation, 'what the referral is about', notOnForm),
  divisionInvolvement: orNull(divisionInvolvement, 'what the Division does with the family now', unsaid),
  discussedOn: orNull(day, 'the day on which the family was spoken to', unsaid),
  familyAgrees: orNull(z.boolean(), 'whether the family agrees to be referred', unsaid),
  tapa: orNull(
    z.strictObject({
      date: orNull(day, 'the day of the TAPA', 'its date is not known'),
    }),
    'the Temporary Alternative Placement Agreement',
    'none was negotiated, or nobody has said',
  ),
  tapaWrittenOn: orNull(day, 'the day on which the TAPA was put in writing', 'nobody has said'),
  tapaEndedOn: orNull(day, 'the day on which the TAPA ended', 'nobody has said that it did'),
  obligatory: z.boolean().describe('whether the referral had to be made, because of a TAPA'),
  safetyConcern: orNull(z.boolean(), 'whether a child’s immediate safety is a concern', unsaid),
  hotlineShownAt: orNull(instant, 'when the number of the hotline was shown for it', 'it was not shown'),
  faces: orNull(
    z.strictObject({
      number: text.describe('the number that FACES gave'),
      on: day.describe('the day it was entered'),
    }),
    'the entry in FACES',
    'none was noted',
  ),
  case: orNull(caseNumber, 'its open case', noCase),
  specialist: orNull(specialistCode, 'who has it', noCase),
  assignedAt: orNull(instant, 'since when', noCase),
};

/** One referral. */
export const referral = z.strictObject(referralFields).meta({ title: 'referral' });

const referralOnly = referral.describe('the referral as it stands now');

/** What became of another referral of a family. */
const earlier = {
  referral: referralNumber.describe('the other referral'),
  status: status.describe('where it stands'),
  statusReason: orNull(
    text,
    'the code of the reason (iis policy lists them)',
    'it is not returned, withdrawn, closed or not accepted',
  ),
  receivedAt: instant.describe('when it was received'),
  endedAt: orNull(instant, 'when it was withdrawn, closed, returned or not accepted', 'it goes on'),
  specialist: orNull(specialistCode, 'who has or last had it', 'it never had a specialist'),
};

const tellSubmitter = orNull(
  text,
  'what to tell the submitter',
  'the referral was not sent back, or nothing is to be told',
);

/** One referral that was taken in. */
export const taken = z
  .strictObject({
    referral: referral.describe('the referral as it was saved'),
    warnings: z
      .array(text)
      .describe('a sentence for each thing to see to: what is missing, could not be read, or is called for'),
    problems: z.array(problem).describe('what is missing or could not be read, for programs'),
    leftovers: z.array(text).describe('what fits no field, as it stood; it is kept with the referral'),
    sources: z
      .array(fieldSource)
      .describe('what the values were read from, where the file has labels; none for JSON and flags'),
    origin: orNull(
      text,
      'what of the file it was read from, such as an attachment',
      'it is all that the file holds',
    ),
    possibleDuplicates: z
      .array(
        z.strictObject({
          ...earlier,
          family: text.describe('its family'),
          familyName: orNull(text, 'what the family is called', 'nobody in it is named'),
          score: z.number().min(0).describe('how much alike; higher is more'),
          why: z.array(text).describe('what is alike, each a phrase'),
        }),
      )
      .describe('earlier families that look like this one, most alike first; none is joined by itself'),
    sameFamily: z
      .array(z.strictObject(earlier))
      .describe('the earlier referrals of the family that it was linked to'),
    tellSubmitter,
    suggestedProgram: orNull(programCode, 'another program that the facts point to', 'they point to none'),
  })
  .meta({ title: 'taken referral' });

const criterion = z.strictObject({
  id: text.describe('the criterion'),
  answer: criterionAnswer.describe('the answer that counts'),
  source: text.describe('the documents that it comes from, by number'),
  note: orNull(text, 'a note to the answer, or the fact that made it a no', 'there is none'),
  question: text.describe('the question'),
});

const warnings = z.array(text).describe('what to see to before the family is matched, each a sentence');

const screeningResult = z.enum(['eligible', 'not_eligible', 'needs_information']);

/** `iis referral screen`. */
export const screened = z.strictObject({
  referral: z
    .strictObject({
      id: referralNumber.describe('its number'),
      status: status.describe('where it stands after the screening'),
    })
    .describe('the referral'),
  screening: z
    .strictObject({
      result: screeningResult.describe('all yes, any no, or something still to ask'),
      criteria: z.array(criterion).describe('every criterion of the program, in its order'),
      reasons: z.array(text).describe('the ids of the criteria that failed'),
      questions: z.array(text).describe('what is still to ask, each a sentence'),
      because: z.array(text).describe('why, a sentence for each criterion that failed'),
      suggestedProgram: orNull(programCode, 'another program that the facts point to', 'they point to none'),
      suggestion: orNull(text, 'why that program', 'none is suggested'),
    })
    .describe('the screening that was kept'),
  warnings,
});

/** The commands that change one referral and answer with it. */
export const changed = z.strictObject({ referral: referralOnly });

/** `iis referral return`. */
export const returned = z.strictObject({ referral: referralOnly, tellSubmitter });

/** `iis referral edit`. */
export const edited = z.strictObject({
  referral: referralOnly,
  changes: z
    .array(
      z.strictObject({
        field: text.describe('where it is, such as caregivers[0].phone'),
        before: z.unknown().describe('what it was; null when it was not known'),
        after: z.unknown().describe('what it is now; null when it is not known'),
      }),
    )
    .describe('what differs from before'),
  warnings: z.array(text).describe('a sentence for each thing that the changes call for'),
  tellSubmitter,
  suggestedProgram: orNull(programCode, 'another program that the changes point to', 'they point to none'),
});

/** A line of `iis referral list`. */
export const referralLine = z.strictObject({
  ...referralFields,
  contactedAt: orNull(instant, 'when the submitter was first reached', 'they were not'),
  onFins: z.boolean().describe('whether the family is on the FINS list'),
  fcs: orNull(z.enum(['offered', ...fcsAnswers]), 'how the newest offer of FCS stands', 'none was made'),
  denialsToKey: count.describe('denials that are not in FACES yet'),
});

/** `iis referral show`. */
export const dossier = z.strictObject({
  referral: referralOnly,
  contacts: z
    .array(
      z.strictObject({
        at: instant.describe('when'),
        outcome: z.enum(contactOutcomes).describe('how it went'),
        note: orNull(text, 'what was said', 'nothing was noted'),
      }),
    )
    .describe('contacts with the submitter, first to last'),
  screenings: z
    .array(
      z.strictObject({
        program: programCode.describe('the program it was screened for'),
        at: instant.describe('when'),
        by: text.describe('who screened it'),
        result: screeningResult.describe('the result'),
        criteria: z.array(criterion).describe('every criterion as it was answered'),
      }),
    )
    .describe('every screening, first to last'),
  denials: z
    .array(
      z.strictObject({
        at: instant.describe('when'),
        reason: text.describe('the code of the reason'),
        note: orNull(text, 'a note', 'there is none'),
        facesOn: orNull(day, 'the day it was entered into FACES', 'it was not yet'),
      }),
    )
    .describe('every denial, first to last'),
  fins: z
    .array(
      z.strictObject({
        addedAt: instant.describe('when the family was put on the list'),
        need: orNull(text, 'what it needs', 'nobody has said'),
        removed: orNull(
          z.strictObject({
            at: instant.describe('when'),
            reason: text.describe('the code of the reason; placed when it was matched'),
            note: orNull(text, 'a note', 'there is none'),
          }),
          'how the family left the list',
          'it is on it',
        ),
        reviews: z
          .array(
            z.strictObject({
              at: instant.describe('when'),
              by: text.describe('who reviewed it'),
              priority: priority.describe('the risk then'),
              decision: z.enum(reviewDecisions).describe('what was decided'),
              reason: orNull(text, 'the code of the reason', 'the family stayed on the list'),
              note: orNull(text, 'what had changed', 'nothing was noted'),
            }),
          )
          .describe('the reviews of this stay, first to last'),
      }),
    )
    .describe('every stay on the FINS list, first to last'),
  fcs: z.array(fcsOffer).describe('every offer of FCS, first to last'),
  cases: z
    .array(
      z.strictObject({
        id: caseNumber.describe('its number'),
        referral: referralNumber.describe('this referral'),
        specialist: specialistCode.describe('who had or has it'),
        program: programCode.describe('the program'),
        status: text.describe('assigned, or how it ended'),
        assignedAt: instant.describe('since when'),
        endedAt: orNull(instant, 'until when', 'it is open'),
        override: orNull(
          z.strictObject({
            by: text.describe('who chose the specialist'),
            reason: text.describe('why'),
          }),
          'that the family was placed past the plan',
          'it was placed by the plan',
        ),
      }),
    )
    .describe('every case, first to last'),
  followUps: z
    .array(
      z.strictObject({
        referral: referralNumber.describe('this referral'),
        kind: z.enum(followUpKinds).describe('what is to be done'),
        dueAt: instant.describe('from when'),
        reason: text.describe('the code of the reason that it follows from'),
        since: instant.describe('when that was given'),
      }),
    )
    .describe('what follows from the reasons that were given'),
  missing: z.array(text).describe('what matching still needs'),
  warnings,
  sameFamily: z.array(z.strictObject(earlier)).describe('the family’s other referrals, first to last'),
  intake: orNull(
    z.strictObject({
      channel: text.describe('form, json, csv, flags or interview'),
      text: orNull(text, 'the form as it came', 'the referral was typed'),
      leftovers: z.array(text).describe('what fits no field, as it stood'),
      problems: z.array(problem).describe('what was missing or could not be read'),
    }),
    'how the referral came',
    'nothing was kept',
  ),
});

/** `iis referral show --faces`. */
export const facesSheet = z
  .strictObject({
    referral: referralNumber.describe('the referral'),
    faces: referralFields.faces,
    sections: z
      .array(
        z.strictObject({
          title: text.describe('whom or what the fields are about'),
          fields: z
            .array(
              z.strictObject({
                label: text.describe('the field'),
                value: text.describe('what to key in, dates as 10/05/2026'),
              }),
            )
            .describe('the fields that are known'),
        }),
      )
      .describe('what is to be keyed in, in keying order'),
    missing: z.array(text).describe('what FACES needs and is not known'),
  })
  .meta({ title: 'FACES sheet' });

/** A record of `iis export referrals`. */
export const exportedReferral = z
  .strictObject({
    ...referralFields,
    leftovers: z.array(text).describe('what of its form fits no field, as it stood'),
  })
  .meta({ title: 'exported referral' });
