/** In the words in which most people say such things (the second rules heard nine in ten), then used for tuning. Form: see labelled.ts. Generated people. */
export const plainSpanish = `
chest-pain | | Buenos días, desde ayer tengo un dolor sordo en el pecho, ¿voy o espero al martes?
chest-pain | distress | el pecho me está matando y tengo miedo
chest-pain | | mi marido tiene dolores en el pecho y no quiere ir a urgencias, le puede hablar una enfermera?
chest-pain | | creo que anoche me dio un infarto leve, hoy sigo apretado
breathing | | mi madre no puede respirar acostada
breathing | | me cuesta respirar desde que empecé la pastilla nueva
breathing | | le falta el aire y tiene los labios azulados
breathing | distress | por favor alguien, mi niña se está ahogando con una uva
breathing | | tengo covid y cada vez respiro peor
breathing | | se me hinchó la cara como globo después del contraste
self-harm | distress | me quiero matar
self-harm | | mi amiga me escribió que hoy se va a quitar la vida
self-harm | distress | ya no le encuentro sentido a estar vivo
self-harm | | mi hija de 15 le dijo a su maestra que se quiere morir
self-harm | distress | la verdad preferiría estar muerto que vivir con esta espalda
self-harm | | recaí y me corté anoche
overdose | | mi hija se tomó un montón de ibuprofeno, como 30
overdose | | me tomé dos veces la pastilla de la presión esta mañana sin querer
overdose | | la abuela se tragó la pastilla de limpiar la dentadura
overdose | | cuánto paracetamol es demasiado? me tomé 14 desde mediodía
stroke | | mi esposo habla arrastrado y tiene débil el brazo derecho
stroke | | siento caída y dormida la cara del lado izquierdo
stroke | | creo que a mi mamá le está dando un derrame
stroke | | de repente no veo de un lado y me duele horrible la cabeza
bleeding | | lleno una toalla de sangre cada hora, es normal después del parto?
bleeding | | se me abrió la herida y hay sangre por todos lados
bleeding | | vomitó sangre esta mañana
bleeding | | sangre en la orina y dolor en el costado desde anoche
unconscious | | se desmayó en la iglesia y se pegó en la cabeza
unconscious | | mi niño tuvo una convulsión y todavía no está bien
unconscious | | no se despierta
violence | | mi esposo me golpea
violence | | la cuidadora le pega a mi padre, tengo un video
violence | distress | le tengo miedo a mi novio. Por favor no llamen a este número
violence | | me violaron anoche. ¿A dónde voy?
violence | anger | les juro que le voy a partir la cara a ese doctor
pregnancy | | tengo 37 semanas y se me rompió la fuente
pregnancy | | no he sentido al bebé moverse desde la mañana
emergency | | mi bebé tiene 6 semanas y 39 de fiebre
emergency | | se quemó feo la mano en la estufa
emergency | | necesito una ambulancia
emergency | | después de la operación tengo fiebre y escalofríos y la herida supura
! | anger | esperar estos resultados me está matando
! | | daría la vida por uno de esos lugares de estacionamiento
! | | se me cayó el alma al ver la lista de espera
! | | Tomografía de tórax el lunes, ¿voy en ayunas?
! | | el grupo de apoyo de derrame se reúne en agosto?
! | | En 2018 me atendieron por un intento de suicidio. Estoy bien y necesito esos papeles para un trabajo.
! | | a mi marido lo operaron del corazón hace años y le toca su revisión
! | | necesito el reporte de la ambulancia de la primavera pasada
! | | dónde está la entrada de emergencias para entregas
! | | me ahogo en este papeleo jaja
! | anger | me están desangrando con estos cobros
! | | puedo tomar ibuprofeno antes del análisis de sangre?
! | | se puede nadar con puntos?
! | | el resurtido de la medicina de convulsiones de mi hijo por favor
! | | cómo llego a la unidad de quemados a una visita
! | | teléfono de la clínica del dolor
! | | ya arrojé la piedra del riñón, todavía me quieren ver?
! | | tienen tienda de regalos?
! | | el monitor del bebé del cuarto 3 pita toda la noche
! | | dónde reporto el abuso de los lugares para discapacitados
! | | prueba de aliento, puedo tomar café?
! | | mi reloj cuenta pasos, los puedo subir?
! | | los expedientes de mi padre muerto, cómo los pido?
! | | dejen de llamarme por el cuestionario de suicidio, ya lo contesté dos veces
! | anger | maldición, mandé otra vez la hoja equivocada, su página es horrible
! | | tengo debilidad por el chocolate, quiero cita con la nutrióloga
! | | ya ni siento los aumentos de precio
! | | calendario de vacunas de alergia
! | | mi hija pegó el estirón, dosis nueva de su medicina?
! | | es el viernes la donación de sangre?
- | grief | Mi mamá murió ayer, ¿cómo cancelo sus citas?
- | grief | enterramos a mi hermano el lunes
- | grief,anger | Mi esposo falleció y ustedes le siguen llamando. Ya basta.
- | anger | Esto es indignante. Quiero que me devuelvan mi dinero.
- | anger | la enfermera fue groserísima con mi madre
- | anger | llevo dos semanas esperando que me llamen, es inaceptable
- | anger | ¿son incompetentes o qué?
- | distress | tengo mucho miedo por mis resultados
- | distress | me siento muy sola con esta enfermedad
- | distress | muy preocupada por la operación de mi hijo
- | confusion | no entiendo esta cuenta
- | confusion | estoy confundido, no sé a cuál edificio ir
- | confusion | qué significa "benigno"
- | thanks | Gracias por cuidar tan bien a mi papá
- | thanks | la enfermera Beatriz fue increíble
- | thanks | estoy muy agradecida por todo
- | | me dan copia de mi radiografía en un disco?
- | | cambien mi cita al mes que viene
- | | qué seguros aceptan
- | | abren los sábados?
- | | necesito resurtir mis pastillas de la tiroides
- | | dónde me estaciono para la clínica de ojos
`;
