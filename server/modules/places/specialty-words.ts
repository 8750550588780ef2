import type { SpecialtySeed } from './service-store.ts';

/**
 * What people call a specialty when they do not know its name: gathered by us, to be added to by each house.
 * Codes of the Health Care Provider Taxonomy (nucc.org). No word here says that something is urgent or harmless.
 */
export const specialtySeeds: readonly SpecialtySeed[] = [
  {
    code: 'family-medicine',
    name: { en: 'Family medicine', es: 'Medicina familiar' },
    words: {
      en: ['family doctor', 'general practitioner', 'primary care', 'check-up'],
      es: ['médico de cabecera', 'médico de familia', 'atención primaria', 'chequeo'],
    },
    taxonomy: ['207Q00000X', '208D00000X'],
  },
  {
    code: 'internal-medicine',
    name: { en: 'Internal medicine', es: 'Medicina interna' },
    words: { en: ['internist', 'adult doctor'], es: ['internista', 'médico de adultos'] },
    taxonomy: ['207R00000X'],
  },
  {
    code: 'paediatrics',
    name: { en: 'Pediatrics', es: 'Pediatría' },
    words: {
      en: ["children's doctor", 'kids doctor', 'baby doctor'],
      es: ['médico de niños', 'doctor para niños', 'médico de bebés'],
    },
    taxonomy: ['208000000X'],
  },
  {
    code: 'cardiology',
    name: { en: 'Cardiology', es: 'Cardiología' },
    words: {
      en: ['heart doctor', 'heart', 'blood pressure', 'palpitations'],
      es: ['médico del corazón', 'corazón', 'presión arterial', 'palpitaciones'],
    },
    taxonomy: ['207RC0000X'],
  },
  {
    code: 'dermatology',
    name: { en: 'Dermatology', es: 'Dermatología' },
    words: {
      en: ['skin doctor', 'skin', 'rash', 'mole', 'acne'],
      es: ['médico de la piel', 'piel', 'sarpullido', 'lunar', 'acné'],
    },
    taxonomy: ['207N00000X'],
  },
  {
    code: 'orthopaedics',
    name: { en: 'Orthopedics', es: 'Ortopedia y traumatología' },
    words: {
      en: ['bone doctor', 'bones and joints', 'knee', 'hip', 'broken bone'],
      es: ['médico de los huesos', 'huesos', 'rodilla', 'cadera', 'fractura'],
    },
    taxonomy: ['207X00000X'],
  },
  {
    code: 'neurology',
    name: { en: 'Neurology', es: 'Neurología' },
    words: {
      en: ['brain doctor', 'nerves', 'migraine', 'seizures', 'stroke clinic'],
      es: ['médico del cerebro', 'nervios', 'migraña', 'convulsiones', 'ictus'],
    },
    taxonomy: ['2084N0400X'],
  },
  {
    code: 'gastroenterology',
    name: { en: 'Gastroenterology', es: 'Gastroenterología' },
    words: {
      en: ['stomach doctor', 'stomach', 'bowel', 'colonoscopy'],
      es: ['médico del estómago', 'estómago', 'intestino', 'colonoscopia'],
    },
    taxonomy: ['207RG0100X'],
  },
  {
    code: 'pulmonology',
    name: { en: 'Pulmonology', es: 'Neumología' },
    words: {
      en: ['lung doctor', 'lungs', 'asthma', 'breathing'],
      es: ['médico de los pulmones', 'pulmones', 'asma', 'respiración'],
    },
    taxonomy: ['207RP1001X'],
  },
  {
    code: 'nephrology',
    name: { en: 'Nephrology', es: 'Nefrología' },
    words: { en: ['kidney doctor', 'kidneys', 'dialysis'], es: ['médico del riñón', 'riñones', 'diálisis'] },
    taxonomy: ['207RN0300X'],
  },
  {
    code: 'urology',
    name: { en: 'Urology', es: 'Urología' },
    words: { en: ['bladder', 'prostate', 'urine'], es: ['vejiga', 'próstata', 'orina'] },
    taxonomy: ['208800000X'],
  },
  {
    code: 'gynaecology',
    name: { en: 'Obstetrics and gynecology', es: 'Obstetricia y ginecología' },
    words: {
      en: ["women's doctor", 'pregnancy', 'maternity', 'birth', 'period'],
      es: ['médico de la mujer', 'embarazo', 'maternidad', 'parto', 'regla'],
    },
    taxonomy: ['207V00000X'],
  },
  {
    code: 'ophthalmology',
    name: { en: 'Ophthalmology', es: 'Oftalmología' },
    words: {
      en: ['eye doctor', 'eyes', 'cataract', 'vision'],
      es: ['médico de los ojos', 'oculista', 'cataratas', 'vista'],
    },
    taxonomy: ['207W00000X'],
  },
  {
    code: 'ent',
    name: { en: 'Ear, nose and throat', es: 'Otorrinolaringología' },
    words: {
      en: ['ear nose throat', 'hearing', 'tonsils', 'sinus'],
      es: ['oído nariz garganta', 'audición', 'amígdalas', 'otorrino'],
    },
    taxonomy: ['207Y00000X'],
  },
  {
    code: 'endocrinology',
    name: { en: 'Endocrinology', es: 'Endocrinología' },
    words: { en: ['diabetes', 'thyroid', 'hormones', 'sugar'], es: ['diabetes', 'tiroides', 'hormonas', 'azúcar'] },
    taxonomy: ['207RE0101X'],
  },
  {
    code: 'oncology',
    name: { en: 'Oncology', es: 'Oncología' },
    words: {
      en: ['cancer doctor', 'cancer', 'chemotherapy', 'tumor'],
      es: ['médico del cáncer', 'cáncer', 'quimioterapia', 'tumor'],
    },
    taxonomy: ['207RX0202X', '207RH0003X'],
  },
  {
    code: 'haematology',
    name: { en: 'Hematology', es: 'Hematología' },
    words: { en: ['blood doctor', 'anemia', 'blood clots'], es: ['médico de la sangre', 'anemia', 'coágulos'] },
    taxonomy: ['207RH0000X'],
  },
  {
    code: 'rheumatology',
    name: { en: 'Rheumatology', es: 'Reumatología' },
    words: { en: ['arthritis', 'joint pain', 'gout'], es: ['artritis', 'dolor de articulaciones', 'gota'] },
    taxonomy: ['207RR0500X'],
  },
  {
    code: 'psychiatry',
    name: { en: 'Psychiatry', es: 'Psiquiatría' },
    words: { en: ['mental health', 'depression', 'anxiety'], es: ['salud mental', 'depresión', 'ansiedad'] },
    taxonomy: ['2084P0800X'],
  },
  {
    code: 'general-surgery',
    name: { en: 'General surgery', es: 'Cirugía general' },
    words: {
      en: ['surgeon', 'operation', 'hernia', 'gallbladder'],
      es: ['cirujano', 'operación', 'hernia', 'vesícula'],
    },
    taxonomy: ['208600000X'],
  },
  {
    code: 'radiology',
    name: { en: 'Radiology', es: 'Radiología' },
    words: {
      en: ['x-ray', 'scan', 'mri', 'ultrasound', 'mammogram'],
      es: ['radiografía', 'escáner', 'resonancia', 'ecografía', 'mamografía'],
    },
    taxonomy: ['2085R0202X'],
  },
  {
    code: 'laboratory',
    name: { en: 'Laboratory', es: 'Laboratorio' },
    words: { en: ['blood test', 'lab', 'urine test'], es: ['análisis de sangre', 'análisis', 'extracción'] },
    taxonomy: ['207ZP0102X'],
  },
  {
    code: 'physical-therapy',
    name: { en: 'Physical therapy', es: 'Fisioterapia' },
    words: {
      en: ['physio', 'physiotherapy', 'back pain', 'rehab'],
      es: ['fisio', 'rehabilitación', 'dolor de espalda'],
    },
    taxonomy: ['225100000X'],
  },
  {
    code: 'emergency',
    name: { en: 'Emergency medicine', es: 'Urgencias' },
    words: { en: ['emergency room', 'ER', 'accident'], es: ['sala de emergencias', 'urgencias', 'accidente'] },
    taxonomy: ['207P00000X'],
  },
  {
    code: 'infectious-disease',
    name: { en: 'Infectious disease', es: 'Enfermedades infecciosas' },
    words: {
      en: ['infection', 'travel clinic', 'vaccination'],
      es: ['infección', 'clínica del viajero', 'vacunación'],
    },
    taxonomy: ['207RI0200X'],
  },
  {
    code: 'geriatrics',
    name: { en: 'Geriatrics', es: 'Geriatría' },
    words: { en: ['older people', 'memory clinic', 'falls'], es: ['personas mayores', 'clínica de memoria', 'caídas'] },
    taxonomy: ['207RG0300X'],
  },
  {
    code: 'dentistry',
    name: { en: 'Dentistry', es: 'Odontología' },
    words: { en: ['dentist', 'teeth', 'tooth'], es: ['dentista', 'dientes', 'muela'] },
    taxonomy: ['122300000X'],
  },
];
