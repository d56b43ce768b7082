import * as z from 'zod';
import {
  criterionAnswer,
  divisionInvolvement,
  priority,
  programCode,
  situation,
  source,
  text,
} from './fields.ts';

/** What scripts give. Nothing here has to be there: what is missing is `null` and named in `warnings`. */

const typedDay = text.meta({ typeInWords: 'day' });
const typedMoment = text.meta({ typeInWords: 'time or day' });
const yesNo = z.union([z.boolean(), z.enum(['yes', 'no'])]);

const person = {
  name: text.describe('full name, as the person has it'),
  birthDate: typedDay.describe('date of birth'),
};

const reach = {
  phone: text.describe('phone, remarks included'),
  email: text.describe('email'),
};

/** One referral for `iis referral add --from`. */
export const referralInput = z.strictObject({
  source: source.describe('the community, or the Division’s own staff'),
  program: programCode.describe('IIS where nothing is said'),
  receivedAt: typedMoment.describe('when it was received; now where nothing is said'),
  submitter: z
    .strictObject({
      name: text.describe('who refers the family'),
      organization: text.describe('their organization'),
      ...reach,
    })
    .describe('who refers'),
  family: z
    .strictObject({
      caregivers: z
        .array(z.strictObject({ ...person, ...reach, address: text.describe('address') }))
        .describe('one or two, the one to speak with first'),
      children: z.array(z.strictObject(person)).describe('every child'),
    })
    .describe('the household; caregivers and children may also stand beside the other fields'),
  reason: text.describe('why the family is referred'),
  servicesProvided: text.describe('services that were tried already'),
  accommodations: text.describe('what the family needs to take part'),
  discussedOn: typedDay.describe('the day on which the family was spoken to'),
  familyAgrees: yesNo.describe('whether the family agrees to be referred'),
  county: text.describe('the county that the family lives in; it gives the circuit'),
  priority: priority.describe('the risk'),
  situation: situation.describe('what the referral is about'),
  language: text.describe('the language of the service: ISO 639-1, or its English name'),
  interpreterArranged: yesNo.describe('whether an interpreter is arranged'),
  tapa: z
    .union([z.boolean(), typedDay, z.strictObject({ date: typedDay.describe('its day') })])
    .describe('a Temporary Alternative Placement Agreement: whether there is one, its day, or {"date": day}'),
  divisionInvolvement: divisionInvolvement.describe('what the Division does with the family now'),
  safetyConcern: yesNo.describe('whether a child’s immediate safety is a concern'),
});

/** The answers for `iis referral screen --answers`, each under the id of its criterion. */
export const answersInput = z.record(
  z.string(),
  z.union([
    criterionAnswer,
    z.strictObject({
      answer: criterionAnswer.describe('the answer'),
      note: z.string().nullish().describe('a note to it'),
    }),
  ]),
);
