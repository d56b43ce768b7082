/** All that makes PDFs: a bundle of its own, since the libraries are larger than the program. */
export { formVersion, referralFormPdf } from './referral-form.ts';
export { sheetPdf } from './sheet.ts';
