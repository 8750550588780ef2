/**
 * What people reach for around a hospital, in English and Spanish: each of these counts for nothing in a password. What
 * people everywhere reach for is in the list of `common-passwords.ts`.
 */
export const weakWords: readonly string[] = `
password contrasena clave secret secreto welcome bienvenido bienvenida letmein admin administrator administrador login
signin access acceso master system sistema server user usuario guest test testing demo default change changeme temporary
temp office company trust trustno trustno1 qwerty qwertz azerty asdf zxcvbn hello hola love lovely amor iloveyou teamo
happy feliz lucky life vida best good heaven blessed forever believe jesus christ angel family familia mother mama father
papa summer winter spring autumn verano invierno primavera otono january february march april june july august september
october november december enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre monday
tuesday wednesday thursday friday saturday sunday lunes martes miercoles jueves viernes sabado domingo hospital clinic
clinica health salud care medical medicina medicine doctor nurse nursing enfermera enfermero patient paciente patients
pacientes bedside reception recepcion frontdesk desk front ward emergency urgencias surgery cirugia pharmacy farmacia
radiology staff covid pandemic
`
  .trim()
  .split(/\s+/);

/** Free only where they stand alone, or every word that begins with one would be cheaper. */
export const smallWords: readonly string[] = 'the and my mi el la to at in of is st de y'.split(' ');

/** Walks over a keyboard and along the alphabet; four steps and more in either direction count as one thought. */
export const walks: readonly string[] = [
  ...['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiop', 'azertyuiop'],
  ...[
    '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
    '1q2w3e4r5t6y7u8i9o0p',
    'qaywsxedcrfvtgbzhnujmikolp',
    'qazwsxedcrfvtgbyhnujmikolp',
  ],
  '!@#$%^&*()',
].flatMap((walk) => [walk, [...walk].reverse().join('')]);
