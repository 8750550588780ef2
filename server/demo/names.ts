/** Given names by the year someone may have got them, families' names apart; put together by chance, nobody is meant. */
export const givenNames = {
  female: [
    ...['Amara', 'Beatriz', 'Chiara', 'Dorothy', 'Elif', 'Fatima', 'Gwen', 'Hana', 'Ingrid', 'Jasmine', 'Keisha'],
    ...['Leila', 'Mei', 'Nadia', 'Olga', 'Paula', 'Ruth', 'Shreya', 'Teresa', 'Uma', 'Vera', 'Wanda', 'Ximena'],
    ...['Yara', 'Zofia', 'Alice', 'Carmen', 'Naomi', 'Siobhan', 'Lucille'],
  ],
  male: [
    ...['Abdul', 'Bruno', 'Carlos', 'Dmitri', 'Elijah', 'Farid', 'George', 'Hiro', 'Ivan', 'Jamal', 'Kofi', 'Luis'],
    ...['Mateo', 'Nikhil', 'Oscar', 'Pedro', 'Quentin', 'Rafael', 'Stefan', 'Tariq', 'Umar', 'Victor', 'Walter'],
    ...['Xavier', 'Yusuf', 'Zachary', 'Arthur', 'Desmond', 'Eamon', 'Raymond'],
  ],
  other: ['Alex', 'Avery', 'Casey', 'Devon', 'Emerson', 'Kai', 'Morgan', 'Quinn', 'Robin', 'Sage'],
} as const;

export const familyNames = [
  ...['Adeleke', 'Andersson', 'Baker', 'Bianchi', 'Castillo', 'Chen', 'Cooper', 'Dubois', 'Diallo', 'Eriksen'],
  ...['Farouk', 'Ferreira', 'Foster', 'Garcia', 'Goldberg', 'Gupta', 'Hassan', 'Hoang', 'Ibarra', 'Ivanova'],
  ...['Jackson', 'Jimenez', 'Kaplan', 'Khan', 'Kim', 'Kowalczyk', 'Larsen', 'Lopez', 'Marino', 'Mbatha'],
  ...['Mendoza', 'Murphy', 'Nakamura', 'Novak', 'Obi', 'Olsen', 'Park', 'Petrov', 'Quintero', 'Rahman'],
  ...['Reyes', 'Rossi', 'Santos', 'Schneider', 'Silva', 'Singh', 'Tanaka', 'Thompson', 'Tran', 'Vargas'],
  ...['Walker', 'Weber', 'Yamamoto', 'Yilmaz', 'Zhang'],
] as const;

export const streets = ['Heron Way', 'Quarry Road', 'Alder Street', 'Mill Lane', 'Harbor View', 'Orchard Row'] as const;
