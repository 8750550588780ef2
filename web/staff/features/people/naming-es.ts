export const happened = {
  'desk.question-asked': 'Hizo una pregunta',
  'desk.question-answered': 'Recibió respuesta',
  'desk.question-resolved': 'La pregunta se resolvió',
  'desk.question-reopened': 'La pregunta vuelve a estar abierta',
  'people.death-recorded': 'Fallecimiento registrado',
  'people.death-taken-back': 'Fallecimiento deshecho',
  'people.bereavement-recorded': 'Duelo registrado',
  'people.bereavement-ended': 'Duelo terminado',
  'people.restriction-set': 'Ficha restringida',
  'people.restriction-lifted': 'Restricción levantada',
  'people.safe-contact-changed': 'Contacto seguro cambiado',
  'people.consent-given': 'Consentimiento dado',
  'people.consent-refused': 'Consentimiento denegado',
  'people.proxy-granted': 'Representación concedida',
  'people.proxy-ended': 'Representación terminada',
  'people.records-merged': 'Fichas unidas',
  'people.records-taken-apart': 'Fichas separadas',
};

export const channels = {
  email: 'Correo electrónico',
  sms: 'Mensaje de texto',
  phone: 'Teléfono',
  post: 'Correo postal',
  portal: 'Portal',
};

export const purposes = {
  'every-purpose': 'todos los fines',
  answer: 'respuestas',
  'answer-in-full': 'respuestas completas',
  question: 'preguntas',
  account: 'la cuenta',
  appointment: 'citas',
  billing: 'facturas',
  survey: 'encuestas',
  offer: 'ofertas',
};

export const numbers = {
  MR: 'Número de paciente',
  MRN: 'Número de paciente',
  SS: 'Número de seguridad social',
  DL: 'Permiso de conducir',
  PPN: 'Número de pasaporte',
  NI: 'Número nacional',
  MB: 'Número de seguro',
  AN: 'Número de cuenta',
};

export const addressUses = { home: 'casa', work: 'trabajo', mobile: 'móvil', other: 'otro' };

export const scopes = { messages: 'mensajes', appointments: 'citas', billing: 'facturas' };

export const genders = { female: 'mujer', male: 'hombre', other: 'otro', unknown: 'desconocido' };
