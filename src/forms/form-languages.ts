/** The languages that the Community Referral form is printed in. */
export const formLanguages = ['en', 'es'] as const;
export type FormLanguage = (typeof formLanguages)[number];
