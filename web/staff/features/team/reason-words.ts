import { inLanguage } from '../../../lib/language.ts';

const reasonsEn = {
  appointment: 'Appointments and visits',
  results: 'Test results',
  medicine: 'Medicines and prescriptions',
  bill: 'Bills and costs',
  records: 'Records and certificates',
  directions: 'The way, parking, visiting times',
  complaint: 'Complaints and worries',
  other: 'Everything else',
} as const;

const names = inLanguage({
  en: reasonsEn,
  es: {
    appointment: 'Citas y visitas',
    results: 'Resultados de pruebas',
    medicine: 'Medicamentos y recetas',
    bill: 'Facturas y costes',
    records: 'Expediente y certificados',
    directions: 'Cómo llegar, aparcamiento, horarios de visita',
    complaint: 'Quejas y preocupaciones',
    other: 'Todo lo demás',
  },
});

/** What people can choose when they ask; `other` is also what every mail of a stranger begins as. */
export const askReasons = Object.keys(reasonsEn) as readonly (keyof typeof reasonsEn)[];

/** A reason as colleagues say it; one of this house's own stands as it was named. */
export const reasonWords = (reason: string): string =>
  Object.hasOwn(names, reason) ? names[reason as keyof typeof names] : reason.replaceAll('-', ' ');
