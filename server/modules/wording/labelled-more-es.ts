/** Danger alone, said in ordinary ways; for tuning. Form: see labelled.ts. Generated people. */
export const moreSpanish = `
chest-pain | ? | me arde el pecho
chest-pain | ? | se me aprieta el pecho y el brazo
chest-pain | ? | dolor en el área del corazón
chest-pain | ? | me está dando un infarto
chest-pain | ? | siento raro el pecho y estoy sudando
chest-pain | ? | el corazón me late tan fuerte que se ve en la camisa
chest-pain | ? | siento que me aplastan el pecho y me va a la espalda
chest-pain | ? | el spray de la angina no me ayuda
chest-pain | ? | tengo el pulso en 180 y no baja
chest-pain | ? | me duele el pecho al respirar
breathing | ? | no puedo respirar bien
breathing | ? | no respira por la nariz ni por la boca
breathing | ? | mi papá tiene problemas para respirar
breathing | ? | se puso azul un momento
breathing | ? | está batallando para respirar
breathing | ? | siento que respiro por un popote
breathing | ? | el asma está muy fuerte y nada ayuda
breathing | ? | tengo una reacción alérgica, se me hinchan los labios
breathing | ? | comí cacahuates y me pica la garganta y la siento gruesa
breathing | ? | el oxígeno está en 85
breathing | ? | respiración corta y mucho cansancio
breathing | ? | deja de respirar en la noche mucho rato
breathing | ? | se tragó una moneda y está babeando
self-harm | ? | voy a acabar con esto
self-harm | ? | no quiero estar viva
self-harm | ? | pienso en matarme
self-harm | ? | ya no vale la pena vivir
self-harm | ? | quiero desaparecer para siempre
self-harm | ? | solo quiero dormir y no despertar
self-harm | ? | se intentó ahorcar
self-harm | ? | compré una pistola y no dejo de pensar en eso
self-harm | ? | tiene cicatrices en los brazos de cortarse
self-harm | ? | a nadie le importa si vivo o muero
self-harm | ? | mi esposa dice que no puede vivir así y que va a terminar con todo
self-harm | ? | tengo un plan y con qué hacerlo
self-harm | ? | mi hijo escribió una carta de despedida
overdose | ? | me puse demasiada insulina
overdose | ? | mi niño se tomó mi metadona
overdose | ? | se tragó 15 aspirinas
overdose | ? | tuve una sobredosis con mis medicinas
overdose | ? | me tomé las pastillas de mi esposo en vez de las mías
overdose | ? | la medicina del perro, mi niño se la comió
overdose | ? | se inyectó de más
overdose | ? | se tomó un frasco de jarabe para la tos
overdose | ? | respiré cloro con amoniaco
overdose | ? | le di al bebé paracetamol de adulto
stroke | ? | se me durmió el lado derecho
stroke | ? | no puede sonreír de un lado
stroke | ? | no puede hablar
stroke | ? | habla cosas sin sentido
stroke | ? | confusión de repente y debilidad
stroke | ? | perdí la sensibilidad en la pierna
stroke | ? | tiene la boca caída
stroke | ? | veo doble y estoy mareada
stroke | ? | no me responde el brazo
bleeding | ? | no para de sangrar
bleeding | ? | sangro por el recto
bleeding | ? | estoy perdiendo mucha sangre
bleeding | ? | está devolviendo sangre
bleeding | ? | sangrado fuerte después del aborto
bleeding | ? | el excremento es negro y pegajoso
bleeding | ? | me corté una arteria
bleeding | ? | le sale sangre de la nariz a chorros
unconscious | ? | se desmayó dos veces
unconscious | ? | se desplomó en el trabajo
unconscious | ? | mi esposo no reacciona
unconscious | ? | convulsión de más de cinco minutos
unconscious | ? | mi madre está casi inconsciente
unconscious | ? | no puedo despertar a mi bebé
unconscious | ? | se cayó y no se mueve
violence | ? | mi papá me pega
violence | ? | anoche me dio una golpiza
violence | ? | la maltratan en el asilo
violence | ? | mi ex me amenazó de muerte
violence | ? | le hizo daño a mi bebé
violence | ? | no estoy segura en mi casa
violence | ? | alguien tocó a mi hija
violence | ? | me sacó un cuchillo
violence | ? | la cuidadora me pellizca
violence | ? | me tienen encerrada contra mi voluntad
violence | ? | voy a balacear su clínica
pregnancy | ? | mi bebé dejó de patear
pregnancy | ? | sangrado a las 12 semanas
pregnancy | ? | estoy en trabajo de parto
pregnancy | ? | contracciones cada 3 minutos
pregnancy | ? | se rompió la fuente antes de tiempo
emergency | ? | me estoy muriendo
emergency | ? | ayúdenme por favor creo que me muero
emergency | ? | mi papá se cayó y se golpeó la cabeza
emergency | ? | fiebre de 40.5
emergency | ? | lo mordió una víbora
emergency | ? | quemaduras graves en la cara
emergency | ? | tiene el azúcar en 38 y está temblando
emergency | ? | el catéter está rojo y tengo fiebre
emergency | ? | creo que se rompió la cadera, no se puede levantar
emergency | ? | cuello rígido y fiebre
emergency | ? | está oyendo voces
emergency | ? | llamen al 911
emergency | ? | el peor dolor de mi vida en la panza
emergency | ? | me quemé mucho el brazo con aceite
emergency | ? | vomito todo desde hace dos días, estoy tan débil que no me puedo parar
emergency | ? | se tragó algo y está atorado
! | ? | la canasta para la unidad de quemados, dónde la dejo
! | ? | qué aplicación recomiendan para el diario de convulsiones
! | ? | casi me atraganto con el café de risa con su boletín
! | ? | hay desfibrilador en la entrada?
! | ? | venden camisetas del día del derrame?
! | ? | tengo que cortar mi visita
! | ? | repartí dulces en la feria
! | ? | la espera me mata la espalda
! | ? | falta su certificado del curso de prevención del suicidio
! | ? | papeles del traslado en ambulancia de mi madre
! | ? | ese cobro me pegó duro y estoy molesto
! | ? | la medicina de la epilepsia de mi hijo necesita autorización
! | ? | adjunto la hoja de contacto de emergencia
! | ? | la empleada de urgencias tiene mi chamarra
`;
