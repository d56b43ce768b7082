/** A column of a file that the program writes: what it holds, by its path in the record, and its heading. */
export interface Column {
  path: string;
  heading: string;
}

const columns = (headings: Record<string, string>): Column[] =>
  Object.entries(headings).map(([path, heading]) => ({ path, heading }));

const caregiver = (at: number): Column[] =>
  columns({
    [`caregivers[${at}].name`]: `Caregiver ${at + 1} name`,
    [`caregivers[${at}].birthDate`]: `Caregiver ${at + 1} date of birth`,
    [`caregivers[${at}].phone`]: `Caregiver ${at + 1} phone`,
    [`caregivers[${at}].email`]: `Caregiver ${at + 1} email`,
    [`caregivers[${at}].address`]: `Caregiver ${at + 1} address`,
  });

const child = (at: number): Column[] =>
  columns({
    [`children[${at}].name`]: `Child ${at + 1} name`,
    [`children[${at}].birthDate`]: `Child ${at + 1} date of birth`,
  });

const counted = (count: number, of: (at: number) => Column[]): Column[] =>
  Array.from({ length: count }, (_, at) => of(at)).flat();

/** What a referral has besides what was taken in: it comes about by itself, and an import leaves it alone. */
const madeHere: Record<string, string> = {
  status: 'Status',
  statusReason: 'Reason of the status',
  circuit: 'Circuit',
  contactDueAt: 'Contact due',
  hotlineShownAt: 'Hotline shown',
  'faces.number': 'FACES number',
  'faces.on': 'FACES date',
  case: 'Case',
  specialist: 'Specialist',
  assignedAt: 'Assigned',
};

/** The first column says whose file it is: cells of other programs have no guard to take off. */
export const ownReferral = 'iis referral';
export const ownSpecialist = 'iis specialist';
/** Stands there where names are initials: such a file is to be looked at, not to be read again. */
export const initialsOnly = '(initials only)';

/** The columns of referrals, with room for so many people; those of intake first. */
export const referralColumns = (caregivers: number, children: number): Column[] => [
  ...columns({
    id: ownReferral,
    receivedAt: 'Received',
    source: 'Source',
    program: 'Program',
    county: 'County',
    priority: 'Priority',
    situation: 'Situation',
    'submitter.name': 'Submitter name',
    'submitter.organization': 'Submitter organization',
    'submitter.phone': 'Submitter phone',
    'submitter.email': 'Submitter email',
  }),
  ...counted(caregivers, caregiver),
  ...counted(children, child),
  ...columns({
    reason: 'Reason for the referral',
    servicesProvided: 'Services provided',
    accommodations: 'Accommodations',
    language: 'Language',
    interpreterArranged: 'Interpreter arranged',
    discussedOn: 'Date the family was spoken to',
    familyAgrees: 'Family agrees',
    divisionInvolvement: 'Division involvement',
    tapa: 'TAPA',
    'tapa.date': 'TAPA date',
    safetyConcern: 'Concern for immediate safety',
    leftovers: 'Also on the form',
    ...madeHere,
  }),
];

export const finsColumns: Column[] = columns({
  referral: 'Referral',
  family: 'Family',
  program: 'Program',
  priority: 'Priority',
  status: 'Status',
  circuit: 'Circuit',
  county: 'County',
  children: 'Children',
  youngestAge: 'Age of the youngest',
  language: 'Language',
  need: 'Need',
  addedAt: 'On the list since',
  daysOnList: 'Days on the list',
  reviewedAt: 'Last review',
  reviewDueAt: 'Next review due',
  overdue: 'Review overdue',
  couldBeServedBy: 'Could be served by',
  'fcs.state': 'FCS',
  'fcs.offeredOn': 'FCS offered',
  'fcs.answeredOn': 'FCS answered',
});

export const caseColumns: Column[] = columns({
  id: 'Case',
  referral: 'Referral',
  family: 'Family',
  county: 'County',
  program: 'Program',
  specialist: 'Specialist',
  place: 'Place',
  status: 'Status',
  assignedAt: 'Assigned',
  endedAt: 'Ended',
  endReason: 'Reason of the end',
});

export const specialistColumns: Column[] = columns({
  code: ownSpecialist,
  name: 'Name',
  agency: 'Agency',
  supervisor: 'Supervisor',
  program: 'Program',
  circuits: 'Circuits',
  counties: 'Only in counties',
  languages: 'Languages',
  takes: 'Also takes',
  phone: 'Phone',
  email: 'Email',
  'ended.on': 'Ended',
  'ended.reason': 'Reason of the end',
  places: 'Places',
  openCases: 'Open cases',
  openings: 'Openings',
});

const derived = new Set(['circuit', 'contactDueAt', 'hotlineShownAt']);

/** The columns of a referral that an import does not set, but keeps as notes: the number it had, and how it stood. */
export const keptAsNotes: readonly Column[] = [
  { path: 'id', heading: 'Number before' },
  ...columns(madeHere).filter(({ path }) => !derived.has(path)),
];
/** Worked out anew from what an import sets. */
export const workedOut: readonly Column[] = columns(madeHere).filter(({ path }) => derived.has(path));
/** What an import of specialists does not set: it follows from the program and from cases. */
export const leftToTheDesk: readonly string[] = ['places', 'openCases', 'openings'];
