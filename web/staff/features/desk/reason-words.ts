import type { AskedReason } from '../../../../server/modules/desk/contract.ts';
import { inLanguage } from '../../../lib/language.ts';

const reasonsEn: Readonly<Record<AskedReason, string>> = {
  appointment: 'Appointments and visits',
  results: 'Test results',
  medicine: 'Medicines and prescriptions',
  bill: 'Bills and costs',
  records: 'Records and certificates',
  privacy: 'Privacy, and who saw a record',
  directions: 'The way, parking, visiting times',
  complaint: 'Complaints and worries',
  other: 'Everything else',
};

const names = inLanguage({
  en: reasonsEn,
  es: {
    appointment: 'Citas y visitas',
    results: 'Resultados de pruebas',
    medicine: 'Medicamentos y recetas',
    bill: 'Facturas y costos',
    records: 'Expediente y certificados',
    privacy: 'Privacidad, y quién vio un expediente',
    directions: 'Cómo llegar, estacionamiento, horas de visita',
    complaint: 'Quejas y preocupaciones',
    other: 'Todo lo demás',
  },
});

export const reasonNames = Object.keys(reasonsEn) as readonly AskedReason[];

/** A reason as colleagues say it; one of this house's own stands as it was named. */
export const reasonWords = (reason: string): string =>
  Object.hasOwn(names, reason) ? names[reason as AskedReason] : reason.replaceAll('-', ' ');
