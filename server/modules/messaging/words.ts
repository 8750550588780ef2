import { defineCatalogue, type Language, languages, makeTranslator } from '../../platform/i18n/messages.ts';

/** What mails say. No line of a notice may tell about what it is, whom it is for, or which part of the house wrote. */
export const mailWords = defineCatalogue({
  en: {
    bareSubject: 'You have a message from {hospital}',
    bareText: 'There is a message from {hospital} for someone who uses this e-mail address.',
    bareRead: 'To read it, sign in here: {link}',
    bareNoReply: 'Please do not reply to this e-mail. After signing in you can write to us safely.',
    noticeSubject: 'You have an answer from {hospital}',
    noticeText: 'You have an answer from {hospital}.',
    noticeRead: 'Read it here: {link}',
    noticeReply:
      'Or reply to this e-mail. E-mail is less private than our website, so we do not put the answer into it.',
    noticeNoReply: 'Please do not reply to this e-mail: nobody would read it. You can write back on our website.',
    fullNoReply: 'Please do not reply to this e-mail: nobody would read it. You can write back on our website: {link}',
    fullReply: 'You can reply to this e-mail. E-mail is less private than our website: {link}',
    fullAttached: '{count, plural, one {One file is attached.} other {# files are attached.}}',
    fullFiles:
      '{count, plural, one {One file belongs to this answer and is too large for an e-mail. See it} other {# files belong to this answer and are too large for an e-mail. See them}} on our website: {link}',
    emergency: 'In an emergency call {number}. We do not read e-mail around the clock.',
    phone: 'Telephone: {phone}',
    signInSubject: 'Sign in to {hospital}',
    signInNeutralSubject: 'Your link to sign in',
    signInText: 'With this link you can read our answers and write back. Open it within {minutes} minutes:',
    signInCode: 'Or, if the page asks you for a code, type this one: {code}',
    signInCodeLasts: 'The code works for {minutes} minutes.',
    notAsked: 'If you did not ask for this, do nothing. Nobody can sign in without this e-mail.',
    invitationSubject: 'Your account at {hospital}',
    invitationText: 'You were given an account for the front desk of {hospital}. Choose a password here:',
    invitationLasts: 'The link works once and for three days.',
    resetSubject: 'A new password for {hospital}',
    resetText: 'Someone, most likely you, asked for a new password. Choose it here:',
    resetLasts: 'The link works once and for one hour.',
    resetNotAsked: 'If it was not you, do nothing: your password stays as it is.',
    changedNeutralSubject: 'How you sign in was changed',
    changedSubject: 'Your sign-in at {hospital} was changed',
    changedText:
      'This was changed just now: {what, select, password {the password} email {the e-mail address} totpAdded {the code generator was added} totpRemoved {the code generator was removed} passkeyAdded {a passkey was added} passkeyRemoved {a passkey was removed} recoveryCodeUsed {a recovery code was used} other {how you sign in}}.',
    changedNotYou: 'If it was not you, ring us at once: {phone}.',
    newBrowserSubject: 'Your account at {hospital} was used in a new browser',
    newBrowserText: 'On {when}, your account was used in a browser it had not been used in before: {browser}.',
    newBrowserUnnamed: 'On {when}, your account was used in a browser it had not been used in before.',
    newBrowserYou: 'If it was you, there is nothing to do.',
    newBrowserNotYou:
      'If it was not you, somebody may know your password: open Bedside as you always do, change it on the page “Account”, and ring us: {phone}.',
  },
  es: {
    bareSubject: 'Tiene un mensaje de {hospital}',
    bareText: 'Hay un mensaje de {hospital} para una persona que usa esta dirección de correo.',
    bareRead: 'Para leerlo, inicie sesión aquí: {link}',
    bareNoReply: 'Por favor, no responda a este correo. Después de iniciar sesión puede escribirnos de forma segura.',
    noticeSubject: 'Tiene una respuesta de {hospital}',
    noticeText: 'Tiene una respuesta de {hospital}.',
    noticeRead: 'Léala aquí: {link}',
    noticeReply:
      'O responda a este correo. El correo es menos privado que nuestra página web; por eso no ponemos la respuesta aquí.',
    noticeNoReply: 'Por favor, no responda a este correo: nadie lo leería. Puede contestar en nuestra página web.',
    fullNoReply: 'Por favor, no responda a este correo: nadie lo leería. Puede contestar en nuestra página web: {link}',
    fullReply: 'Puede responder a este correo. El correo es menos privado que nuestra página web: {link}',
    fullAttached: '{count, plural, one {Va un archivo adjunto.} other {Van # archivos adjuntos.}}',
    fullFiles:
      '{count, plural, one {Esta respuesta trae un archivo demasiado grande para un correo. Véalo} other {Esta respuesta trae # archivos demasiado grandes para un correo. Véalos}} en nuestra página web: {link}',
    emergency: 'En una emergencia llame al {number}. No leemos el correo a todas horas.',
    phone: 'Teléfono: {phone}',
    signInSubject: 'Iniciar sesión en {hospital}',
    signInNeutralSubject: 'Su enlace para iniciar sesión',
    signInText: 'Con este enlace puede leer nuestras respuestas y contestar. Ábralo antes de {minutes} minutos:',
    signInCode: 'O, si la página le pide un código, escriba este: {code}',
    signInCodeLasts: 'El código sirve durante {minutes} minutos.',
    notAsked: 'Si no lo ha pedido, no haga nada. Nadie puede entrar sin este correo.',
    invitationSubject: 'Su cuenta en {hospital}',
    invitationText: 'Se le ha dado una cuenta para la recepción de {hospital}. Elija una contraseña aquí:',
    invitationLasts: 'El enlace sirve una vez y durante tres días.',
    resetSubject: 'Una contraseña nueva para {hospital}',
    resetText: 'Alguien, seguramente usted, ha pedido una contraseña nueva. Elíjala aquí:',
    resetLasts: 'El enlace sirve una vez y durante una hora.',
    resetNotAsked: 'Si no ha sido usted, no haga nada: su contraseña sigue igual.',
    changedNeutralSubject: 'Ha cambiado su forma de entrar',
    changedSubject: 'Ha cambiado su forma de entrar en {hospital}',
    changedText:
      'Se acaba de cambiar esto: {what, select, password {la contraseña} email {la dirección de correo} totpAdded {se añadió el generador de códigos} totpRemoved {se quitó el generador de códigos} passkeyAdded {se añadió una llave de acceso} passkeyRemoved {se quitó una llave de acceso} recoveryCodeUsed {se usó un código de recuperación} other {su forma de entrar}}.',
    changedNotYou: 'Si no ha sido usted, llámenos enseguida: {phone}.',
    newBrowserSubject: 'Su cuenta en {hospital} se ha usado en un navegador nuevo',
    newBrowserText: 'El {when} se usó su cuenta en un navegador en el que no se había usado antes: {browser}.',
    newBrowserUnnamed: 'El {when} se usó su cuenta en un navegador en el que no se había usado antes.',
    newBrowserYou: 'Si ha sido usted, no tiene que hacer nada.',
    newBrowserNotYou:
      'Si no ha sido usted, puede que alguien conozca su contraseña: abra Bedside como siempre, cámbiela en la página «Cuenta» y llámenos: {phone}.',
  },
});

/** Why something did not go or arrive, for staff; says what can be done. The codes are those of the gate and of sending. */
export const staffWords = defineCatalogue({
  en: {
    deceased: 'Held: this person has died. Nothing goes to them by mail.',
    'no-mail-here':
      'No e-mail went: this house sends none, and without e-mail nobody can sign in to read. Ring them or write a letter.',
    restricted: 'Held: this person does not want to be contacted by us of our own accord.',
    bereaved: 'Held: someone close to this person has died.',
    'safe-contact-channel': 'No e-mail went: this person chose another way to be reached. The portal has it.',
    'safe-contact-clinic-named':
      'No e-mail went: the clinic must not be named, and an e-mail shows who sends it. The portal has it.',
    'consent-refused': 'No e-mail went: this person does not want e-mail for this. The portal has it.',
    'no-consent': 'No e-mail went: this person has not agreed to e-mail for this.',
    'no-address':
      'No e-mail went: no address is known, and without one nobody can sign in to read. Ring or write a letter.',
    'our-own-address': 'No e-mail went: the address on record is our own. Please correct it.',
    'address-shared': 'Only a notice without a name went: other people have this e-mail address too.',
    'address-not-verified': 'Only a notice without a name went: nothing proves that the address is theirs.',
    'no-consent-in-full': 'Only a notice went: this person has not agreed to answers in full by e-mail.',
    bounced: 'The e-mail came back: nobody receives mail at this address. Ask for another address, or ring.',
    'recipient-refused': 'The other mail server does not know this address. Check how it is spelled, or ring.',
    'sender-refused': 'The other mail server does not take mail from us. Tell whoever looks after our e-mail.',
    'message-refused': 'The other mail server refused this e-mail, perhaps as too large or as spam. Ring instead.',
    busy: 'The other mail server put us off again and again, and we have given up. Try again, or ring.',
    'sign-in-refused': 'Our mail server does not let us sign in. Tell whoever looks after our e-mail, then try again.',
    'not-secure': 'No safe connection to our mail server. Tell whoever looks after our e-mail, then try again.',
    unreachable: 'Our mail server cannot be reached. Tell whoever looks after our e-mail, then try again.',
    'no-answer': 'The mail server never said that it took the e-mail. It may have arrived; try again, or ask.',
    'address-not-allowed': 'Our mail server stands where we may not connect to. Tell whoever looks after our e-mail.',
    'not-sendable': 'The address on record is not one that mail can go to. Please correct it.',
    'too-large-to-read':
      'This e-mail is too large to be shown. Please ask the sender to write again, with less attached.',
    'not-readable': 'This e-mail could not be read. Please ask the sender to write again.',
  },
  es: {
    deceased: 'Retenido: esta persona ha fallecido. No se le envía nada por correo.',
    'no-mail-here':
      'No se envió correo: aquí no se envía ninguno, y sin correo nadie puede entrar a leer. Llame o escriba una carta.',
    restricted: 'Retenido: esta persona no quiere que la contactemos por iniciativa nuestra.',
    bereaved: 'Retenido: ha fallecido alguien cercano a esta persona.',
    'safe-contact-channel': 'No se envió correo: esta persona eligió otra vía. Está en el portal.',
    'safe-contact-clinic-named':
      'No se envió correo: no se debe nombrar la clínica y un correo muestra quién lo envía. Está en el portal.',
    'consent-refused': 'No se envió correo: esta persona no quiere correo para esto. Está en el portal.',
    'no-consent': 'No se envió correo: esta persona no ha aceptado correo para esto.',
    'no-address':
      'No se envió correo: no se conoce ninguna dirección, y sin ella nadie puede entrar a leer. Llame o escriba una carta.',
    'our-own-address': 'No se envió correo: la dirección anotada es la nuestra. Corríjala, por favor.',
    'address-shared': 'Solo salió un aviso sin nombre: otras personas tienen también esta dirección.',
    'address-not-verified': 'Solo salió un aviso sin nombre: nada demuestra que la dirección sea suya.',
    'no-consent-in-full': 'Solo salió un aviso: esta persona no ha aceptado respuestas completas por correo.',
    bounced: 'El correo volvió: nadie recibe correo en esta dirección. Pida otra dirección o llame.',
    'recipient-refused': 'El otro servidor no conoce esta dirección. Compruebe cómo está escrita o llame.',
    'sender-refused': 'El otro servidor no acepta correo nuestro. Avise a quien cuida nuestro correo.',
    'message-refused': 'El otro servidor rechazó este correo, quizá por grande o por spam. Llame.',
    busy: 'El otro servidor nos aplazó una y otra vez y hemos desistido. Vuelva a intentarlo o llame.',
    'sign-in-refused': 'Nuestro servidor de correo no nos deja entrar. Avise a quien lo cuida y vuelva a intentarlo.',
    'not-secure':
      'No hay conexión segura con nuestro servidor de correo. Avise a quien lo cuida y vuelva a intentarlo.',
    unreachable: 'No se llega a nuestro servidor de correo. Avise a quien lo cuida y vuelva a intentarlo.',
    'no-answer': 'El servidor nunca dijo que aceptó el correo. Puede haber llegado; vuelva a intentarlo o pregunte.',
    'address-not-allowed': 'Nuestro servidor de correo está donde no podemos conectar. Avise a quien lo cuida.',
    'not-sendable': 'A la dirección anotada no puede ir correo. Corríjala, por favor.',
    'too-large-to-read':
      'Este correo es demasiado grande para mostrarse. Pida que lo escriban de nuevo, con menos adjuntos.',
    'not-readable': 'No se pudo leer este correo. Pida que lo escriban de nuevo.',
  },
});

/** A code of the gate or of sending in words; one without words stands for itself. */
export const tellStaff = (language: Language, code: string): string =>
  Object.hasOwn(staffWords.en, code) ? makeTranslator(staffWords, language)(code as keyof typeof staffWords.en) : code;

/** For what is kept and read later by nobody knows whom. */
export const tellEverybody = (code: string): string => languages.map((one) => tellStaff(one, code)).join('\n\n');
