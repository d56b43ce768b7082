import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeFormBytes } from '../../src/forms/decode.ts';
import { readForm } from '../../src/forms/read-form.ts';
import { emptyIntake } from '../../src/rules/intake.ts';
import { facts } from './filled-form.ts';

const folder = new URL('../../data/samples/', import.meta.url);
const sample = (name: string): string => decodeFormBytes(readFileSync(new URL(name, folder)));

/** Every sample with what is read from it; fields not named here are not known. */
const expected = {
  '01-complete.txt': [
    {
      intake: {
        receivedAt: '2026-10-05T14:00:00Z',
        submitter: {
          name: 'Ann Example',
          organization: 'Riverside Elementary (fictional)',
          phone: '573-555-0101',
          email: 'ann@example.org',
        },
        caregivers: [
          {
            name: 'Dana Sample (mother)',
            birthDate: '1991-06-21',
            phone: '573-555-0111',
            email: 'dana.sample@example.org',
            address: '12 Example St, Apt 3, Columbia, MO 65201',
          },
          {
            name: 'Lee Sample (stepfather)',
            birthDate: '1988-02-09',
            phone: '573-555-0112',
            email: null,
            address: 'same as caregiver 1',
          },
        ],
        children: [
          { name: 'Tom Sample', birthDate: '2015-03-14' },
          { name: 'Ida Sample', birthDate: '2018-11-02' },
        ],
        reason:
          'Tom came to school on three mornings last week without having eaten and with bruises on both arms. A Division worker told the mother on Friday that the children may have to be placed this week unless things change at home.',
        servicesProvided: 'Weekly meetings with the school counselor since August; food pantry.',
        accommodations: 'None',
        discussedOn: '2026-10-02',
        familyAgrees: true,
        source: 'community',
      },
      problems: [],
      leftovers: [],
    },
  ],
  '02-next-line-values.txt': [
    {
      intake: {
        receivedAt: '2026-10-02T05:00:00Z',
        submitter: {
          name: 'Marcus Example',
          organization: 'Callaway Family Clinic (fictional)',
          phone: '(573) 555-0102',
          email: 'marcus@example.org',
        },
        caregivers: [
          {
            name: 'Jo Sample',
            birthDate: '1994-04-05',
            phone: '573.555.0121',
            email: null,
            address: '48 Sample Road, Lot 7, Fulton, MO 65251',
          },
        ],
        children: [{ name: 'Remy Sample', birthDate: '2021-07-30' }],
        reason:
          'Remy has missed four insulin checks in September. The nurse has twice found nobody sober enough at home to give the injection.\n\nAlcohol treatment has been offered; the parent has a first appointment on the 12th.',
        servicesProvided: '- home nurse, twice a week\n- transport to the clinic',
        accommodations: 'Reads little; please explain papers aloud.',
        discussedOn: '2026-10-01',
        familyAgrees: true,
        source: 'community',
      },
      problems: [],
      leftovers: [],
    },
  ],
  '03-missing-fields.txt': [
    {
      intake: {
        submitter: {
          name: null,
          organization: 'Example Youth Shelter (fictional)',
          phone: null,
          email: null,
        },
        caregivers: [{ name: 'Pat Example', birthDate: null, phone: null, email: null, address: null }],
        children: [
          { name: 'Casey Example', birthDate: null },
          { name: 'Robin Example', birthDate: null },
        ],
        reason: 'Casey has run away four times since July and is with us tonight.',
        source: 'community',
      },
      problems: [
        { field: 'caregivers[0].birthDate', kind: 'unreadable', text: '2/30/1990' },
        { field: 'caregivers[0].phone', kind: 'unreadable', text: 'no phone at the moment' },
        { field: 'children[0].birthDate', kind: 'unreadable', text: 'about 12 years old' },
        { field: 'discussedOn', kind: 'unreadable', text: 'last week some time' },
        { field: 'receivedAt', kind: 'missing', text: null },
        { field: 'submitter.phone', kind: 'missing', text: null },
        { field: 'caregivers[0].address', kind: 'missing', text: null },
        { field: 'children[1].birthDate', kind: 'missing', text: null },
        { field: 'familyAgrees', kind: 'missing', text: null },
      ],
      leftovers: [],
    },
  ],
  '04-family-has-not-agreed.txt': [
    {
      intake: {
        receivedAt: '2026-10-01T05:00:00Z',
        submitter: {
          name: 'Kim Example',
          organization: 'Boone County Afterschool Club (fictional)',
          phone: '573-555-0104',
          email: 'kim@example.org',
        },
        caregivers: [
          {
            name: 'Alex Sample',
            birthDate: '1986-01-17',
            phone: '573-555-0141',
            email: null,
            address: '9 Sample Court, Columbia, MO 65203',
          },
        ],
        children: [{ name: 'Jules Sample', birthDate: '2012-05-08' }],
        reason:
          'Jules has not been in school since the first week of September and the court has set a truancy hearing.',
        servicesProvided: "Two home visits by the club's social worker.",
        accommodations: 'N/A',
        discussedOn: '2026-09-30',
        familyAgrees: false,
        source: 'community',
      },
      problems: [],
      leftovers: ['The family has not agreed. The father wants to think about it until Monday.'],
    },
  ],
  '05-four-children-two-caregivers.txt': [
    {
      intake: {
        receivedAt: '2026-10-04T05:00:00Z',
        submitter: {
          name: 'Rev. Sam Example',
          organization: 'Example Street Church (fictional)',
          phone: '573-555-0105 (before 3 pm)',
          email: 'sam@example.org',
        },
        caregivers: [
          {
            name: 'Maria Sample-Jones (grandmother, guardian)',
            birthDate: '1962-09-12',
            phone: '573-555-0151',
            email: 'maria@example.org',
            address: '300 Example Avenue, Unit B, Columbia, MO 65202',
          },
          {
            name: 'Ray Jones (her husband)',
            birthDate: '1960-01-03',
            phone: '573-555-0152',
            email: null,
            address: 'same',
          },
        ],
        children: [
          { name: 'Mia Sample', birthDate: '2010-02-11' },
          { name: 'Max Sample', birthDate: '2012-06-30' },
          { name: 'Moe Sample', birthDate: '2014-12-01' },
          { name: 'May Sample', birthDate: '2022-09-09' },
        ],
        reason:
          'Both grandparents are in poor health. Since the mother left in August the four children look after each other, and the two eldest have been caught stealing food.\n\n* Mia: suspended twice this term\n* May: not seen by a doctor for a year',
        servicesProvided: 'Meals, clothes, and a ride to church school on Sundays.',
        accommodations: 'Ray uses a wheelchair; the house has a ramp.',
        discussedOn: '2026-10-03',
        familyAgrees: true,
        source: 'community',
      },
      problems: [],
      leftovers: [],
    },
  ],
  '06-names-vietnamese.txt': [
    {
      intake: {
        receivedAt: '2026-10-03T05:00:00Z',
        submitter: {
          name: 'Phạm Minh Example',
          organization: 'Columbia Example High School (fictional)',
          phone: '573-555-0106',
          email: 'minh@example.org',
        },
        caregivers: [
          {
            name: 'Nguyễn Thị Lan (mother)',
            birthDate: '1984-08-19',
            phone: '573-555-0161',
            email: null,
            address: '77 Example Lane, Columbia, MO 65201',
          },
          { name: 'Trần Văn Sample', birthDate: null, phone: null, email: null, address: null },
        ],
        children: [
          { name: 'Trần Ngọc Ánh', birthDate: '2011-04-22' },
          { name: 'Trần Quốc Đạt', birthDate: '2016-10-10' },
        ],
        reason:
          'Ngọc Ánh told the counselor that she is hit with a belt when her grades fall and that she is afraid to go home.',
        servicesProvided: 'Counseling at school, once a week.',
        accommodations: 'The mother needs a Vietnamese interpreter.',
        discussedOn: '2026-10-02',
        familyAgrees: true,
        source: 'community',
      },
      problems: [{ field: 'language', kind: 'missing', text: 'The mother needs a Vietnamese interpreter.' }],
      leftovers: [],
    },
  ],
  '07-names-spanish.txt': [
    {
      intake: {
        receivedAt: '2026-10-02T05:00:00Z',
        submitter: {
          name: 'María José Example',
          organization: 'Centro Ejemplo (fictional)',
          phone: '573-555-0107',
          email: 'mj@example.org',
        },
        caregivers: [
          {
            name: 'María Muñoz-García',
            birthDate: '1995-11-30',
            phone: '573-555-0171',
            email: null,
            address: '5 Example Blvd, Fulton, MO 65251',
          },
          {
            name: "José de la Cruz O'Neil",
            birthDate: '1993-01-02',
            phone: '573-555-0172',
            email: null,
            address: '5 Example Blvd, Fulton, MO 65251',
          },
        ],
        children: [
          { name: 'Íñigo de la Cruz Muñoz', birthDate: '2019-06-15' },
          { name: 'Begoña de la Cruz Muñoz', birthDate: '2026-08-01' },
        ],
        reason:
          'The baby was twice left alone with her brother, who is seven, while both parents worked nights.',
        servicesProvided: 'Diapers, a crib, help with the application for child care.',
        accommodations: 'Spanish interpreter (interpretation in person, not by phone)',
        discussedOn: '2026-10-01',
        familyAgrees: true,
        source: 'community',
      },
      problems: [
        {
          field: 'language',
          kind: 'missing',
          text: 'Spanish interpreter (interpretation in person, not by phone)',
        },
      ],
      leftovers: [],
    },
  ],
  '08-names-bosnian.txt': [
    {
      intake: {
        receivedAt: '2026-10-02T05:00:00Z',
        submitter: {
          name: 'Emina Example',
          organization: 'Example Refugee Center (fictional)',
          phone: '573-555-0108',
          email: 'emina@example.org',
        },
        caregivers: [
          {
            name: 'Amra Hadžić (majka)',
            birthDate: '1990-03-14',
            phone: '573-555-0181',
            email: 'amra@example.org',
            address: '21 Sample Drive, Columbia, MO 65203',
          },
        ],
        children: [
          { name: 'Đenan Hadžić', birthDate: '2013-02-01' },
          { name: 'Šejla Hadžić', birthDate: '2017-07-30' },
        ],
        reason:
          'Since the father was arrested Amra has hardly left her bed. Đenan does the cooking and keeps Šejla home from school.',
        servicesProvided: "Case management by the center; a psychiatrist's appointment on October 20.",
        accommodations: 'Bosnian/Serbian',
        discussedOn: '2026-10-02',
        familyAgrees: true,
        source: 'community',
      },
      problems: [{ field: 'language', kind: 'missing', text: 'Bosnian/Serbian' }],
      leftovers: [],
    },
  ],
  '09-safety-concern-forwarded.txt': [
    {
      intake: {
        receivedAt: '2026-10-04T05:00:00Z',
        submitter: {
          name: 'Chris Example',
          organization: 'Callaway Example Hospital (fictional)',
          phone: '573-555-0109',
          email: 'chris@example.org',
        },
        caregivers: [
          {
            name: 'Toni Sample (mother)',
            birthDate: '1999-03-03',
            phone: '573-555-0191',
            email: null,
            address: '60 Example Place, Fulton',
          },
          { name: 'Vic Sample (father)', birthDate: '1997-07-07', phone: null, email: null, address: null },
        ],
        children: [{ name: 'Bo Sample', birthDate: '2026-09-20' }],
        reason:
          'Vic shook the baby on Saturday and said he would "finish it" the next time. The mother wants to leave him and asks for help to keep Bo with her. The doctor believes that Bo is not safe if they go home together tonight.',
        servicesProvided: 'Emergency room visit; safety plan with the hospital social worker.',
        accommodations: 'none',
        discussedOn: '2026-10-04',
        familyAgrees: true,
        source: 'community',
      },
      problems: [],
      leftovers: [
        'Please see below, I think this one is urgent. I have called the hotline as well.',
        'Terry Example',
        'Front desk, Example County Office (fictional)',
        'Phone: 573-555-0190',
        '---------- Forwarded message ---------',
        'From: Chris Example <chris@example.org>',
        'Date: Sun, Oct 4, 2026 at 7:42 PM',
        'Subject: IIS referral',
        'To: Terry Example <terry@example.org>',
        'Hello Terry, here is the form.',
        'Chris Example, RN',
        'Callaway Example Hospital',
      ],
    },
  ],
  '10-division-referral.json': [
    {
      intake: {
        receivedAt: '2026-10-05T13:20:00Z',
        submitter: {
          name: 'Drew Example',
          organization: "Children's Division, Boone County (fictional worker)",
          phone: '573-555-0110',
          email: 'drew@example.org',
        },
        caregivers: [
          {
            name: 'Quinn Sample',
            birthDate: '1992-12-24',
            phone: '573-555-0115',
            email: 'quinn@example.org',
            address: '140 Sample Street, Columbia, MO 65201',
          },
          { name: 'Fay Sample', birthDate: '1966-04-02', phone: null, email: null, address: null },
        ],
        children: [
          { name: 'Noor Sample', birthDate: '2014-01-31' },
          { name: 'Zaid Sample', birthDate: '2020-07-16' },
        ],
        reason:
          'The children stay with their grandmother under a TAPA since Friday. They can go home if someone works with the mother at once; otherwise custody will be asked for.',
        servicesProvided: 'Family assessment opened 2026-09-28.',
        accommodations: 'Arabic interpreter for the grandmother',
        discussedOn: '2026-10-05',
        familyAgrees: true,
        program: 'IIS',
        source: 'division',
        county: 'Boone',
        priority: 'imminent',
        situation: 'neglect',
        language: 'ar',
        interpreterArranged: true,
        tapa: { date: '2026-10-02' },
        divisionInvolvement: 'tapa',
        safetyConcern: false,
      },
      problems: [],
      leftovers: [],
    },
  ],
  '11-batch.json': [
    {
      intake: {
        receivedAt: '2026-10-02T20:15:00Z',
        submitter: {
          name: 'Drew Example',
          organization: "Children's Division (fictional worker)",
          phone: '573-555-0110',
          email: 'drew@example.org',
        },
        caregivers: [
          {
            name: 'Ash Example',
            birthDate: '1989-06-01',
            phone: '573-555-0131',
            email: null,
            address: '2 Sample Way, Fulton',
          },
        ],
        children: [{ name: 'Ivy Example', birthDate: '2016-02-03' }],
        reason: 'A finding of physical abuse last spring; the worker sees the same signs again.',
        servicesProvided: 'none',
        accommodations: 'none',
        discussedOn: '2026-10-02',
        familyAgrees: true,
        program: 'IIS',
        source: 'division',
        county: 'Callaway',
        priority: 'high',
        situation: 'abuse',
        divisionInvolvement: 'investigation',
        safetyConcern: false,
      },
      problems: [],
      leftovers: [],
    },
    {
      intake: {
        receivedAt: '2026-10-01T05:00:00Z',
        submitter: {
          name: 'Ann Example',
          organization: 'Riverside Elementary (fictional)',
          phone: '573-555-0101',
          email: 'ann@example.org',
        },
        caregivers: [
          {
            name: 'Luz Sample',
            birthDate: '1998-03-09',
            phone: '573-555-0132',
            email: null,
            address: '31 Example Terrace, Columbia',
          },
        ],
        children: [
          { name: 'Ana Sample', birthDate: null },
          { name: 'Leo Sample', birthDate: '2019-11-11' },
        ],
        reason: 'Ana stays away from school; her mother no longer gets her to go.',
        servicesProvided: 'School counselor',
        accommodations: 'Spanish interpreter',
        discussedOn: '2026-09-30',
        familyAgrees: true,
        program: 'IIS',
        source: 'community',
        county: 'Boone',
        priority: 'moderate',
        situation: 'status_offense',
        language: 'es',
      },
      problems: [{ field: 'children[0].birthDate', kind: 'unreadable', text: '2/30/2017' }],
      leftovers: ['caseload note: sibling of a pupil referred in 2025'],
    },
    {
      intake: {
        receivedAt: '2026-10-04T18:00:00Z',
        submitter: {
          name: 'Drew Example',
          organization: "Children's Division (fictional worker)",
          phone: '573-555-0110',
          email: 'drew@example.org',
        },
        caregivers: [
          {
            name: 'Gene Sample',
            birthDate: '1985-05-05',
            phone: '573-555-0133',
            email: null,
            address: '8 Example Park, Columbia',
          },
        ],
        children: [{ name: 'Tess Sample', birthDate: '2018-08-28' }],
        reason:
          'Tess has been in foster care for five weeks; the father has finished treatment and visits every day.',
        servicesProvided: 'Supervised visits, outpatient treatment',
        discussedOn: '2026-10-02',
        familyAgrees: true,
        program: 'IFRS',
        source: 'division',
        county: 'Boone',
        priority: 'high',
        situation: 'neglect',
        divisionInvolvement: 'out_of_home_care',
      },
      problems: [],
      leftovers: [],
    },
  ],
};

const names = readdirSync(folder).filter((name) => /\.(?:txt|json)$/.test(name));

describe('the sample forms', () => {
  it('are all listed here', () => {
    expect(names.sort()).toEqual(Object.keys(expected));
  });

  it.each(Object.entries(expected))('%s', (name, readings) => {
    // What the values were read from has its own tests.
    const read = readForm(sample(name), facts).map(({ sources: _, ...reading }) => reading);
    expect(read).toEqual(
      readings.map((reading) => ({ ...reading, intake: { ...emptyIntake(), ...reading.intake } })),
    );
  });
});
