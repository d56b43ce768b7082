/** All that makes or reads PDFs: a bundle of its own, since the libraries are larger than the program. */
export { readPdfFile } from './pdf-file.ts';
export { formVersion, referralFormPdf } from './referral-form.ts';
export { sheetPdf } from './sheet.ts';
