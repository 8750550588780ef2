/**
 * What people reach for first when they must think of a password, in English and Spanish and around a hospital; our own
 * list of words, from which the endings ("2026!") are taken off before it is asked. Longest first.
 */
export const weakWords: readonly string[] = `
password passwort passw0rd contrasena clave secret secreto welcome bienvenido letmein admin administrator administrador
login signin access acceso master system sistema server user usuario guest test testing tester demo sample example
default change changeme temporary temp office company qwerty azerty qwertz asdf asdfgh zxcvbn iloveyou teamo sunshine
princess princesa monkey dragon shadow superman batman spiderman pokemon starwars football futbol baseball basketball
soccer hockey liverpool barcelona chelsea arsenal yankees cowboys michael jordan jennifer jessica daniel charlie ashley
thomas robert andrew joshua matthew anthony hannah samantha nicole michelle carlos alejandro fernando maria jesus
christ angel lovely family familia mother mama father papa freedom whatever trustno trust hello hola summer winter
spring autumn verano invierno primavera otono january february march april june july august september october november
december enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre monday tuesday
wednesday thursday friday saturday sunday lunes martes miercoles jueves viernes sabado domingo computer internet
samsung google apple windows microsoft android iphone facebook instagram cookie chocolate banana orange cheese coffee
pepper ginger flower butterfly purple yellow silver golden diamond tigger maggie buster bailey killer hunter ranger
thunder lightning matrix mustang ferrari porsche mercedes corvette harley hospital clinic clinica health salud care
medical medicina medicine doctor nurse nursing enfermera enfermero patient paciente patients pacientes bedside
reception recepcion frontdesk desk front ward emergency urgencias surgery cirugia pharmacy farmacia radiology staff
covid pandemic heaven blessed forever believe america mexico espana england london boston chicago newyork
california texas florida good best love amor life vida happy feliz lucky blue red green black white my mi the el la to at in of st and de y
`
  .trim()
  .split(/\s+/)
  .toSorted((a, b) => b.length - a.length);

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
];
