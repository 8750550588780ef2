import { createDepartment, createService, findReferred, type NewService } from '../modules/places/index.ts';
import { demoSource } from './hospital.ts';
import { allDays, every, type Facilities, houseOpened, workdays } from './staff.ts';
import type { Stage } from './stage.ts';

type Both = NewService['name'];

interface DemoService {
  readonly at: keyof Facilities;
  /** The department, and the id of its location in the bundle. */
  readonly department: string;
  readonly location: string;
  readonly phone: string;
  readonly specialty: string;
  readonly name: Both;
  readonly about: Both;
  /** Beside the words that its specialty brings. */
  readonly words: NonNullable<NewService['words']>;
  /** None: open as the facility is. */
  readonly hours?: NewService['hours'];
}

const services: readonly DemoService[] = [
  {
    at: 'hospital',
    department: 'Emergency department',
    location: 'emergency',
    phone: '555-0101',
    specialty: 'emergency',
    name: { en: 'Emergency care', es: 'Urgencias' },
    about: {
      en: 'Come at once, day or night. Nobody needs an appointment.',
      es: 'Venga enseguida, de día o de noche. Nadie necesita cita.',
    },
    words: { en: ['accident'], es: ['accidente'] },
    hours: every(allDays, '00:00', '24:00'),
  },
  {
    at: 'hospital',
    department: 'Imaging',
    location: 'imaging',
    phone: '555-0102',
    specialty: 'radiology',
    name: { en: 'X-ray and scans', es: 'Radiografías y escáneres' },
    about: {
      en: 'Bring the letter of whoever sent you. Wear nothing of metal if you can.',
      es: 'Traiga la carta de quien le envía. Si puede, no lleve nada de metal.',
    },
    words: { en: ['broken bone picture'], es: ['placa'] },
    hours: every(workdays, '07:30', '18:00'),
  },
  {
    at: 'hospital',
    department: 'Heart center',
    location: 'heart',
    phone: '555-0103',
    specialty: 'cardiology',
    name: { en: 'Heart clinic', es: 'Consulta del corazón' },
    about: {
      en: 'Heartbeat, blood pressure, and care after a heart attack.',
      es: 'Latidos, presión arterial y cuidados después de un infarto.',
    },
    words: { en: ['pacemaker'], es: ['marcapasos'] },
    hours: every(workdays, '08:00', '17:00'),
  },
  {
    at: 'hospital',
    department: 'Bones and joints',
    location: 'bones',
    phone: '555-0104',
    specialty: 'orthopaedics',
    name: { en: 'Bone and joint clinic', es: 'Consulta de huesos y articulaciones' },
    about: {
      en: 'Broken bones, worn joints, and checks after an operation.',
      es: 'Huesos rotos, articulaciones desgastadas y revisiones después de una operación.',
    },
    words: { en: ['cast', 'new knee'], es: ['yeso', 'rodilla nueva'] },
    hours: [...every(workdays, '08:00', '12:00'), ...every([1, 2, 4], '13:00', '16:30')],
  },
  {
    at: 'hospital',
    department: 'Cancer care',
    location: 'cancer',
    phone: '555-0105',
    specialty: 'oncology',
    name: { en: 'Cancer clinic', es: 'Consulta de oncología' },
    about: {
      en: 'Treatment, checks, and somebody to talk with. A companion is welcome.',
      es: 'Tratamiento, revisiones y alguien con quien hablar. Puede venir acompañado.',
    },
    words: { en: ['chemo'], es: ['quimio'] },
    hours: every(workdays, '08:00', '16:00'),
  },
  {
    at: 'hospital',
    department: "Children's clinic",
    location: 'children',
    phone: '555-0106',
    specialty: 'paediatrics',
    name: { en: "Children's clinic", es: 'Consulta infantil' },
    about: {
      en: 'From the first day to the eighteenth birthday. A parent may stay the whole time.',
      es: 'Desde el primer día hasta los dieciocho años. El padre o la madre puede quedarse todo el tiempo.',
    },
    words: { en: ['shots for school'], es: ['vacunas para la escuela'] },
    hours: [...every(workdays, '08:00', '18:00'), ...every([6], '09:00', '13:00')],
  },
  {
    at: 'hospital',
    department: 'Maternity',
    location: 'maternity',
    phone: '555-0107',
    specialty: 'gynaecology',
    name: { en: 'Pregnancy and birth', es: 'Embarazo y parto' },
    about: {
      en: 'Checks before the birth, the birth itself, and the first weeks after.',
      es: 'Revisiones antes del parto, el parto y las primeras semanas después.',
    },
    words: { en: ['midwife'], es: ['partera'] },
    hours: every(allDays, '00:00', '24:00'),
  },
  {
    at: 'west',
    department: 'Family medicine',
    location: 'west-family',
    phone: '555-0151',
    specialty: 'family-medicine',
    name: { en: 'Family doctor', es: 'Médico de familia' },
    about: {
      en: 'The first place to ask, for every age.',
      es: 'El primer lugar donde preguntar, a cualquier edad.',
    },
    words: { en: ['repeat prescription'], es: ['renovar la receta'] },
  },
  {
    at: 'west',
    department: 'Physical therapy',
    location: 'west-therapy',
    phone: '555-0152',
    specialty: 'physical-therapy',
    name: { en: 'Physical therapy', es: 'Fisioterapia' },
    about: {
      en: 'Getting stronger after an illness, a fall or an operation.',
      es: 'Para recuperar fuerzas después de una enfermedad, una caída o una operación.',
    },
    words: { en: ['exercises after surgery'], es: ['ejercicios después de una operación'] },
    hours: [...every([1, 3, 5], '08:00', '12:00'), ...every([1, 3, 5], '13:00', '17:00')],
  },
];

/** What one can come for, and where in the house it is; the locations came with the bundle. */
export async function openServices(stage: Stage, facilities: Facilities): Promise<void> {
  await stage.asSystem(houseOpened(stage.now), async (ctx) => {
    const refs = services.map((one) => ({ sourceId: one.location }));
    const locations = await findReferred(ctx, 'location', demoSource, refs);
    for (const { at, department, location, hours, ...said } of services) {
      const locationId = locations.get(location);
      const where = { facilityId: facilities[at], ...(locationId && { locationId }) };
      const { id: departmentId } = await createDepartment(ctx, { ...where, name: department, phone: said.phone });
      await createService(ctx, {
        ...where,
        ...said,
        departmentId,
        ...(hours && { hours }),
      });
    }
  });
}
