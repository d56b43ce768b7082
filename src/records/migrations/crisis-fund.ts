import type { SchemaWords } from '../migrations.ts';

/**
 * The crisis intervention fund. A payment repeats what was approved and what was paid before it, and points at both, so
 * that no row can go above what was approved, nor be there without an approval.
 */
export const crisisFund = ({ tableEnd }: SchemaWords): string[] => [
  `create table fund_request (
    id integer primary key,
    number text not null unique,
    year integer not null,
    sequence integer not null,
    referral_id integer not null references referral (id),
    case_id integer not null references service_case (id),
    circuit integer not null,
    kind text not null,
    item text,
    amount_cents integer not null check (amount_cents > 0),
    why text not null,
    tried text not null,
    requested_on text not null,
    requested_by text not null,
    decision text check (decision in ('approved', 'denied')),
    approved_cents integer check (approved_cents > 0 and approved_cents <= amount_cents),
    decided_on text check (decided_on >= requested_on),
    decided_by text check (lower(decided_by) <> lower(requested_by)),
    decision_note text,
    over_budget text,
    closed_on text,
    closed_by text,
    closed_note text,
    unique (year, sequence),
    unique (id, approved_cents),
    check ((decision is null) = (decided_on is null) and (decision is null) = (decided_by is null)),
    check ((coalesce(decision, '') = 'approved') = (approved_cents is not null))
  ) ${tableEnd}`,
  'create index fund_request_by_referral on fund_request (referral_id)',
  'create index fund_request_by_case on fund_request (case_id)',
  'create index fund_request_by_day on fund_request (circuit, decided_on)',
  'create index fund_request_undecided on fund_request (requested_on) where decision is null and closed_on is null',
  `create index fund_request_approved on fund_request (decided_on)
    where approved_cents is not null and closed_on is null`,
  `create table fund_payment (
    id integer primary key,
    referral_id integer not null references referral (id),
    request_id integer not null references fund_request (id),
    number integer not null check (number >= 1),
    previous integer,
    approved_cents integer not null,
    before_cents integer not null check (before_cents >= 0),
    amount_cents integer not null check (amount_cents > 0),
    after_cents integer not null check (after_cents = before_cents + amount_cents and after_cents <= approved_cents),
    payee text not null,
    paid_on text not null,
    paid_by text not null,
    unique (request_id, number),
    unique (request_id, number, after_cents),
    check (number = coalesce(previous, 0) + 1),
    check (previous is not null or before_cents = 0),
    foreign key (request_id, approved_cents) references fund_request (id, approved_cents),
    foreign key (request_id, previous, before_cents) references fund_payment (request_id, number, after_cents)
  ) ${tableEnd}`,
  'create index fund_payment_by_referral on fund_payment (referral_id)',
  `create table fund_budget (
    id integer primary key,
    circuit integer not null,
    sfy integer not null,
    amount_cents integer not null check (amount_cents >= 0),
    unique (circuit, sfy)
  ) ${tableEnd}`,
];
