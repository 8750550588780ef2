/** Those of whom the stories tell; everyone else is made by chance. `born` is the age in years on the day. */
export interface CastMember {
  readonly id: string;
  readonly given: string;
  readonly family: string;
  readonly gender: 'female' | 'male' | 'other';
  readonly age: number;
  readonly email?: string;
  readonly phone?: string;
  readonly language?: string;
}

export const cast = [
  {
    id: 'maya',
    given: 'Maya',
    family: 'Okafor',
    gender: 'female',
    age: 34,
    email: 'okafor.family@example.org',
    phone: '212-555-0111',
  },
  {
    id: 'zuri',
    given: 'Zuri',
    family: 'Okafor',
    gender: 'female',
    age: 6,
    email: 'okafor.family@example.org',
    phone: '212-555-0111',
  },
  {
    id: 'emeka',
    given: 'Emeka',
    family: 'Okafor',
    gender: 'male',
    age: 37,
    email: 'okafor.family@example.org',
    phone: '212-555-0111',
  },
  {
    id: 'rosa',
    given: 'Rosa',
    family: 'Delgado',
    gender: 'female',
    age: 58,
    email: 'rosa.delgado@example.org',
    phone: '212-555-0112',
    language: 'es',
  },
  { id: 'eleanor', given: 'Eleanor', family: 'Whitfield', gender: 'female', age: 79, phone: '212-555-0113' },
  {
    id: 'claire',
    given: 'Claire',
    family: 'Whitfield',
    gender: 'female',
    age: 49,
    email: 'claire.whitfield@example.org',
    phone: '212-555-0114',
  },
  { id: 'george', given: 'George', family: 'Papas', gender: 'male', age: 82, phone: '212-555-0115' },
  {
    id: 'helen',
    given: 'Helen',
    family: 'Papas',
    gender: 'female',
    age: 51,
    email: 'helen.papas@example.org',
    phone: '212-555-0116',
  },
  {
    id: 'jordan',
    given: 'Jordan',
    family: 'Ellis',
    gender: 'other',
    age: 29,
    email: 'jordan.ellis@example.org',
    phone: '212-555-0117',
  },
  {
    id: 'linda',
    given: 'Linda',
    family: 'Brandt',
    gender: 'female',
    age: 63,
    email: 'linda.brandt@example.org',
    phone: '212-555-0118',
  },
  {
    id: 'samuel',
    given: 'Samuel',
    family: 'Adeyemi',
    gender: 'male',
    age: 56,
    email: 'samuel.adeyemi@example.org',
    phone: '212-555-0119',
  },
  {
    id: 'priya',
    given: 'Priya',
    family: 'Raman',
    gender: 'female',
    age: 41,
    email: 'priya.raman@example.org',
    phone: '212-555-0120',
  },
  {
    id: 'thomas',
    given: 'Thomas',
    family: 'Nguyen',
    gender: 'male',
    age: 45,
    email: 'thomas.nguyen@example.org',
    phone: '212-555-0121',
  },
  {
    id: 'amir',
    given: 'Amir',
    family: 'Sadeghi',
    gender: 'male',
    age: 38,
    email: 'amir.sadeghi@example.org',
    phone: '312-555-0122',
  },
  {
    id: 'ruthann',
    given: 'Ruthann',
    family: 'Pike',
    gender: 'female',
    age: 70,
    email: 'ruthann.pike@example.org',
    phone: '312-555-0123',
  },
] as const satisfies readonly CastMember[];

export type CastId = (typeof cast)[number]['id'];
