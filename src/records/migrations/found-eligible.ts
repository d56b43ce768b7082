/** Who was found eligible in a year is asked of a report; screenings were found by their referral alone. */
export const foundEligible = (): string[] => ['create index screening_by_result on screening (result, at)'];
