import { circuitOfCounty, circuits } from '../../src/rules/circuits.ts';
import { writeCase } from './case.ts';
import type { Caseload } from './caseload.ts';
import type { PastReferral, PastStay } from './described.ts';
import { BY, criteriaFor, dayOf } from './policy.ts';
import type { Rows } from './rows.ts';
import { order, standingOf } from './standing.ts';
import { type Whole, whole } from './whole.ts';

/** A referral that is being written. */
export interface Written {
  id: number;
  number: string;
  program: string;
  circuit: number;
  priority: string;
  receivedAt: string;
  children: readonly (string | null)[];
}

const families = new WeakMap<Rows, Map<string, number>>();

export function writeReferral(rows: Rows, cases: Caseload, described: PastReferral): string {
  const past = whole(described);
  const written = addReferral(rows, past);
  for (const contact of past.contacts) rows.add('contact', { referral_id: written.id, ...contact });
  for (const screening of past.screenings) addScreening(rows, written, screening);
  for (const { at, reason = 'no_opening', facesOn } of past.denials)
    rows.add('denial', { referral_id: written.id, at, reason, faces_on: facesOn ?? null });
  for (const one of past.cases) writeCase(rows, cases, written, one);
  for (const stay of past.fins) addStay(rows, written, stay, past);
  for (const { on, answer, answeredOn } of past.fcs)
    rows.add('fcs_offer', {
      referral_id: written.id,
      offered_on: on,
      answer: answer ?? null,
      answered_on: answer === undefined ? null : (answeredOn ?? on),
    });
  return written.number;
}

function addReferral(rows: Rows, past: Whole): Written {
  const { receivedAt, program = 'IIS', source = 'division', tapa, faces } = past;
  const circuit =
    past.circuit === undefined ? (past.county ? circuitOfCounty(past.county) : 13) : past.circuit;
  const county =
    past.county === undefined
      ? (circuits.find((one) => one.circuit === circuit)?.counties[0] ?? null)
      : past.county;
  const reviewed = past.fins.flatMap(({ reviews = [] }) => reviews).at(-1)?.priority;
  const priority = past.priority === undefined ? (reviewed ?? 'high') : past.priority;
  const receivedOn = dayOf(receivedAt);
  const number = rows.number('referral', Number(receivedOn.slice(0, 4)));
  const { status, reason, at } = standingOf(past);
  const keyed = faces === true ? receivedOn : faces || null;
  const id = rows.add('referral', {
    ...number,
    family_id: familyOf(rows, past),
    status,
    status_reason: reason,
    status_at: at,
    program,
    source,
    circuit,
    county,
    priority,
    received_at: receivedAt,
    submitter_name: 'Drew Example',
    reason: 'Made for a test.',
    language: past.language ?? null,
    interpreter_arranged: past.interpreter === undefined ? null : Number(past.interpreter),
    situation: past.situation === undefined ? 'neglect' : past.situation,
    safety_concern: past.safetyConcern === undefined ? null : Number(past.safetyConcern),
    hotline_shown_at: past.safetyConcern ? receivedAt : null,
    discussed_on: receivedOn,
    family_agrees: 1,
    tapa: Number(tapa !== undefined),
    tapa_on: typeof tapa === 'object' ? tapa.on : null,
    tapa_written_on: typeof tapa === 'object' ? (tapa.writtenOn ?? null) : null,
    tapa_ended_on: typeof tapa === 'object' ? (tapa.endedOn ?? null) : null,
    faces_number: keyed === null ? null : String(100_000 + Number(number.sequence)),
    faces_on: keyed,
  });
  rows.add('intake_source', {
    referral_id: id,
    channel: 'flags',
    text: null,
    leftovers: '[]',
    problems: '[]',
  });
  const children = addPeople(rows, id, past, receivedOn);
  return {
    id,
    number: number.number,
    program,
    circuit: circuit ?? 13,
    priority: priority ?? 'imminent',
    receivedAt,
    children,
  };
}

function familyOf(rows: Rows, { family, receivedAt }: PastReferral): number {
  const known = families.get(rows) ?? new Map<string, number>();
  families.set(rows, known);
  const key = known.get(family ?? '') ?? rows.add('family', { created_at: receivedAt });
  if (family !== undefined) known.set(family, key);
  return key;
}

function addPeople(rows: Rows, id: number, { children = 1 }: PastReferral, receivedOn: string): string[] {
  const ages = typeof children === 'number' ? Array.from({ length: children }, () => 7) : children;
  const person = (role: string, position: number, name: string, birth_date: string | null) =>
    rows.add('person', { referral_id: id, role, position, name, birth_date });
  person('caregiver', 0, `Casey Sample ${id}`, '1990-01-02');
  const bornIn = (age: number) => `${Number(receivedOn.slice(0, 4)) - age - 1}-12-31`;
  return ages.map((age, i) => {
    const name = `Robin Sample ${id}-${i + 1}`;
    person('child', i, name, age === null ? null : bornIn(age));
    return name;
  });
}

function addScreening(
  rows: Rows,
  { id, program }: Written,
  { at, result, reason }: Whole['screenings'][number],
): void {
  const criteria = criteriaFor(program, result, reason ?? 'not_eligible');
  rows.add('screening', { referral_id: id, program, at, by: BY, result, criteria });
}

function addStay(rows: Rows, { id, priority }: Written, stay: PastStay, { cases, ended }: Whole): void {
  const { addedAt, need, reviews = [], removed } = stay;
  const ends = [
    ...(removed ? [removed] : []),
    ...cases.map(({ assignedAt }) => ({ at: assignedAt, reason: 'placed' })),
    ...(ended ? [{ at: ended.at, reason: ended.reason ?? 'need_met' }] : []),
  ].filter(({ at }) => at >= addedAt);
  const end = ends.sort((a, b) => order(a.at, b.at))[0];
  const entry = rows.add('fins_entry', {
    referral_id: id,
    added_at: addedAt,
    need: need ?? null,
    removed_at: end?.at ?? null,
    removed_reason: end?.reason ?? null,
  });
  for (const { at, priority: then = priority, decision = 'keep' } of reviews)
    rows.add('fins_review', { referral_id: id, entry_id: entry, at, by: BY, priority: then, decision });
}
