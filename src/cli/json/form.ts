import type { FormLanguage } from '../../forms/form-languages.ts';
import type { WrittenPdf } from '../write-pdf.ts';

/** A Community Referral form that was written to a file. */
export interface FormWritten extends WrittenPdf {
  language: FormLanguage;
  version: string;
  referral: string | null;
}

export const formWrittenJson = ({ file, pages, language, version, referral, lacking }: FormWritten) => ({
  file,
  pages,
  language,
  formVersion: version,
  referral,
  scriptsLacking: lacking,
});
