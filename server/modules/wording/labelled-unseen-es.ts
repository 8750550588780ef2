/** Written last, when the rules stood; nothing was changed after they were read. Form: see labelled.ts. Generated people. */
export const unseenSpanish = `
chest-pain | | Hola, el viernes me operaron la rodilla y hoy me da un dolor agudo en el pecho cuando respiro hondo. ¿Será por las muletas?
chest-pain | | mi novio de 42 dice que siente pesado el pecho y le hormiguea la mano izquierda
chest-pain | distress | tengo 23 y llevo toda la noche con dolores en el pecho, muy asustada, mi tío murió joven
chest-pain | | Quiero cambiar mi cita de cardiología. Últimamente siento presión en el pecho nomás de ir al buzón.
chest-pain | | el corazón me aletea y casi me desmayo
breathing | | mi mamá respira como con agua y se agarra la garganta
breathing | | ¿es normal quedarme sin aire al subir 3 escalones una semana después de la cirugía?
breathing | | tiene los labios morados y está frío
breathing | distress | mi hijo tiene silbidos en el pecho desde mediodía y ya me asusté
breathing | | anoche me desperté tres veces sin poder respirar
breathing | | ronchas y ojos hinchados después de la amoxicilina
breathing | | dice que siente como si alguien se le sentara en los pulmones
self-harm | distress | pienso que mis hijos merecen otra madre y que yo debería desaparecer
self-harm | | me dijo que se quiere pegar un tiro
self-harm | distress | ya nada me importa, quisiera dormirme y no despertar
self-harm | | soy estudiante, mi compañera tiene ideas suicidas y no quiere ir a terapia
self-harm | distress | estoy pensando en quitarme la vida
self-harm | | mamá dijo que estaría mejor muerta que en ese asilo
self-harm | | me pego en la cabeza contra la pared hasta que sangra cuando me altero
overdose | | me tomé 4 pastillas para dormir y una botella de vino
overdose | | los niños encontraron las gomitas de marihuana, se comieron como seis
overdose | | confundí mi insulina con la de mi esposa, me puse 40 unidades de la rápida
overdose | | se tomó el gel de manos
overdose | | he estado tomando el doble de oxicodona y estoy muy adormilado
overdose | | se metió algo y se está poniendo gris
stroke | | amanecí y no se me mueve la esquina izquierda de la boca
stroke | | papá de repente no se acuerda de nuestros nombres
stroke | | a mi madre se le revuelven las palabras y se agarra la cabeza
stroke | | debilidad en la pierna derecha desde hace una hora
stroke | | no veo con el ojo izquierdo
bleeding | | me salen coágulos desde el parto y me siento débil
bleeding | | cada vez que voy al baño sale sangre roja
bleeding | | la bolsa de la sonda está llena de sangre
bleeding | | me sangran las encías desde hace dos horas por la extracción y la gasa no ayuda
unconscious | | se desmayó mientras yo hablaba con ustedes por teléfono
unconscious | | mi hermanito se pegó en la alberca y quedó inconsciente un minuto
unconscious | | es diabética y no la puedo despertar
unconscious | | el niño se puso tieso y se le voltearon los ojos
violence | | mi novia me avienta cosas y ayer me cortó con una botella
violence | distress | estoy escondida en el baño, está borracho y golpea la puerta
violence | | la enfermera de la noche me torció el brazo y me dijo que me callara
violence | | el niño de la vecina siempre trae moretones y dice que su papá le pega
violence | | me drogaron en una fiesta y creo que me violaron
violence | anger | si ese cirujano se acerca otra vez a mi esposa le rompo el cuello
pregnancy | | 39 semanas, hoy casi no se mueve
pregnancy | | estoy embarazada de cinco meses y me caí de las escaleras
pregnancy | | manchado a las 7 semanas con cólicos de un lado
emergency | | mi papá tiene 88, se cayó de la cama y no puede mover la pierna
emergency | | paciente de quimio con 38.8
emergency | | me cayó agua hirviendo en los pies y se me está pelando la piel
emergency | | dolor de panza terrible de golpe, no me puedo enderezar
emergency | | se paró la bomba de insulina y no tengo otra, azúcar en 480
emergency | | un perro mordió a mi hija en la cara
emergency | | creo que me estoy muriendo por favor llámenme
emergency | | me sube una línea roja desde la mordida del gato
! | anger | llevo una hora en espera, esto es una tortura
! | | el olor a palomitas de su entrada está para morirse
! | | renta del monitor de ritmo cardíaco, cuánto por semana?
! | | tuve un choque en 2012, mándenme las radiografías viejas
! | | una prima de mi mamá tuvo un derrame en los noventa, lo digo en mi chequeo?
! | | donamos un congelador al banco de alimentos, quién lo recoge?
! | | la clase de arte me salvó del aburrimiento
! | | mi presión en casa fue de 118 sobre 76
! | | cuánto es el copago de la ambulancia?
! | | dónde compro una pulsera médica por mi epilepsia?
! | | necesito pilas nuevas para mis audífonos
! | | ocupo que me lleven a casa después de la colonoscopia?
! | | la caminata contra el suicidio es el 9, podemos estacionarnos ahí?
! | | mato mucho tiempo en su sala de espera, pongan mejores revistas
! | | otra vez me recorrieron la cita
! | | me quemé la lengua con pizza, cancelo la limpieza dental?
! | | mi niño mordió la funda del termómetro, es de plástico, la devuelvo?
! | | el abogado me salió con otra hoja que firmar
! | | nos dejó impactados lo bonita que está el ala nueva
! | | la falta de personal ha de ser dura para ustedes
! | | cómo tengo que soplar en la espirometría de la próxima semana?
! | | tomo warfarina, puedo comer espinacas?
! | | qué café tan débil el de la cafetería jaja
! | | me puedo quitar la venda antes de bañarme?
! | | tengo la vista cansada, me dan lentes sin examen?
! | | el taller de convulsiones estuvo muy bueno, cuándo hay otro?
! | | hay crema para adormecer antes de la vacuna?
! | | me salvarían la vida si me cambian a la mañana
! | | necesitamos carta de que el bebé puede viajar en avión
! | | batallo con el portal del paciente
- | grief | Mi abuela falleció anoche. Cancelen su resonancia por favor.
- | grief | escribo en nombre de mi difunto esposo
- | grief,anger | Nos cobraron el cuarto dos días después de que murió mi hijo. Qué vergüenza.
- | anger | estoy muy molesta de que nadie me llamó
- | anger | la recepcionista más grosera que he conocido
- | anger | por qué tardan tres meses en mandar una carta
- | distress | ya no puedo con el estrés de cuidar a mamá
- | distress | muerta de miedo por lo del jueves
- | distress | estoy al límite de mis fuerzas
- | confusion | no estoy segura de con qué doctor me toca
- | confusion | no tiene sentido, el portal dice cancelada y la carta dice confirmada
- | confusion | ¿Voy en ayunas o no? Nadie me dijo
- | thanks | Qué equipo tan maravilloso. Gracias por ayudar a mi esposa.
- | thanks | quiero darle las gracias al voluntario del perro
- | thanks | estamos muy agradecidos con el doctor Osei
- | | mándenme mi cartilla de vacunación por favor
- | | puedo ver a una doctora mujer?
- | | hay transporte desde el estacionamiento?
- | | quiero los resultados por correo postal
- | | cambien mi apellido a Holguín
`;
