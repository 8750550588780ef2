/** In words that the first rules had not thought of (they heard a third of these), then used for tuning. Form: see labelled.ts. Generated people. */
export const rewordedSpanish = `
chest-pain | | hola soy Dorian, me da un piquetazo debajo del seno izquierdo cuando me acuesto y me sube al hombro
chest-pain | | mi papá dice que siente raro el corazón, está sudado y gris y no me deja llamar a nadie
chest-pain | distress | me desperté a las 3 con una prensa en el pecho, me da miedo volver a dormir
chest-pain | | dos semanas después del baipás me sigue doliendo el pecho y algo truena al moverme
chest-pain | | mi esposa tiene dolor entre los omóplatos y no se acomoda, le pusieron un stent en junio
breathing | | está jadeando y no alcanza a terminar una frase
breathing | | desde la mañana resopla mucho y tiene los tobillos como globos
breathing | | mi niño tiene tos de perro y hace un ruido al jalar aire
breathing | distress | siento que no me entra oxígeno, me estoy volviendo loca
breathing | | me picó una avispa hace 20 minutos, tengo la mano enorme y se me está yendo la voz
breathing | | no pude acostarme en toda la noche, tengo que sentarme para agarrar aire
breathing | | la máquina de oxígeno dejó de servir y le bajan los números
self-harm | distress | Todos estarían más felices si yo desapareciera. Perdón por tanta molestia.
self-harm | distress | cuál es la forma más rápida de irse sin dolor, pregunto por mí
self-harm | | mi compañero puso una despedida en instagram y no contesta, es paciente de ustedes
self-harm | distress | ya no me quedan fuerzas para pelear. No me veo aquí en Navidad.
self-harm | | amarró una bufanda a la manija, la encontramos a tiempo
self-harm | distress | me voy a meter al lago y ya
self-harm | | mi esposo dejó a propósito las pastillas del corazón porque dice que ya está listo para irse
self-harm | | encontré navajas debajo de la almohada de mi hija y tiene marcas en las piernas
self-harm | distress | desde el diagnóstico no encuentro razón para seguir
overdose | | me tomé por error la metadona de mi hermana, me siento ida
overdose | | vació el botiquín y ahora nomás se queda viendo
overdose | | la bebé se tomó enjuague bucal
overdose | | le di a mi hijo 10 ml en vez de 1 ml del jarabe
overdose | | se puso tres parches para el dolor al mismo tiempo
overdose | | mi esposo está confundido y el pastillero de toda la semana está vacío
stroke | | mamá me llama con otro nombre y se le cuelga un párpado
stroke | | siento la lengua gorda y no me salen las palabras desde hace una hora
stroke | | camina como borracho y tira el café, empezó en la mañana
stroke | | hormigueo en todo el lado izquierdo y un dolor de cabeza terrible
stroke | | se me puso negro un ojo como si bajara una cortina
bleeding | | la bolsa del drenaje está llena de rojo vivo
bleeding | | me limpio y sale mucha sangre con coágulos como ciruelas
bleeding | | me sacaron las anginas hace una semana y escupo rojo
bleeding | | tomo Eliquis y me caí de cadera, el moretón es como un plato y sigue creciendo
unconscious | | mi pareja se cayó redonda en la cena
unconscious | | papá se quedó ido dos minutos, con los ojos abiertos, babeando, no nos oía
unconscious | | quedó noqueado un minuto después del golpe
unconscious | | mi abuelito no se despierta de la siesta
violence | | mi esposo me apretó el cuello con las manos
violence | distress | Me rompió el teléfono y se llevó las llaves, escribo desde casa de la vecina. Tengo miedo de lo que haga cuando se entere
violence | | uno de sus camilleros trata brusco a mi mamá, tiene dedos marcados en los dos brazos
violence | | mi entrenador me pide fotos sin ropa
violence | anger | más les vale arreglar esto o alguien va a acabar en su morgue
violence | | mi hijo se me vino encima con un bate anoche
violence | | el señor donde limpio no me da mi pasaporte y no me deja irme
pregnancy | | 28 semanas, el chiquito muy quieto desde anoche
pregnancy | | me salió un chorro de líquido, tengo 35 semanas
pregnancy | | estoy embarazada y me pegó la puerta del coche en la panza
emergency | | el brazo de la fístula de diálisis está hinchado y tengo calentura
emergency | | el aparato del azúcar de mi papá solo dice HI
emergency | | lleva tres días vomitando y no orina desde ayer
emergency | | la abuela se salió en camisón y no la encontramos
emergency | | le cayó sopa hirviendo en el brazo a mi niño
emergency | | mi esposo tiene 40 de temperatura dos días después de la quimio
emergency | | un dolor de testículo que no me deja estar parado, empezó hace una hora
emergency | | tiene la pierna hinchada y caliente después del vuelo, le duele la pantorrilla y ahora se cansa al hablar
! | | se lucieron con la página nueva, la rompieron
! | | mis hijos me traen loca, auxilio jaja. Necesito sus cartillas de vacunas
! | anger | su estacionamiento es una trampa mortal para las sillas de ruedas, arreglen la rampa
! | | me pusieron un stent en 2017, agréguenlo a mi expediente
! | | a qué dirección regreso el monitor del corazón
! | | sigue en pie la caminata por el corazón este fin de semana?
! | | lo de la sobredosis de mi tía fue hace años, quiero donar a su programa de recuperación
! | | vendería mi alma por una cita antes del viernes
! | | dónde recojo la manguera del oxígeno
! | | la mascarilla mediana del CPAP está agotada, cuándo llega
! | | mi reloj marca pulso de 58 en reposo, está bien?
! | | puedo ponerme la vacuna del herpes y la de la gripe el mismo día
! | | el disfraz trae sangre de mentira, mancha las sábanas del pabellón?
! | | purgaron los radiadores? el cuarto 5 está helado
! | | me corté el dedo el año pasado y la cicatriz es fea, quitan cicatrices?
! | | simulacro de derrame en la escuela, prestan maniquíes?
! | | estudio convulsiones para mi examen de enfermería, la biblioteca abre a estudiantes?
! | | casi nos derretimos de calor en su sala de espera, arreglen el clima
! | | mi nieto quiere ser paramédico, tienen prácticas?
! | anger | esta cuenta me quita el aliento, es una broma?
! | | pueden matar el pago automático de mi cuenta
! | | otra vez me ganaron la última cita
! | | está escogiendo entre dos cirujanos de rodilla
! | | debo dejar el anticoagulante antes del dentista?
! | | mi estómago no quiere saber nada del bario, hay otro sabor?
! | | las piedras en el riñón vienen de familia, mi padre y mi tío tuvieron
! | | el simulacro de incendio durante mi resonancia estuvo divertido, no
! | | sobreviví a mi primera clase de yoga con ustedes, gracias
! | | pueden apagar de noche las luces de las ambulancias, dan a mi recámara
! | | me pone triste perderme la reunión, me pueden dar de alta el viernes?
! | | quiten la reseña abusiva que alguien puso con mi nombre
! | | pueden grabar la plática sobre el suicidio para nuestro personal?
! | | me dejó frío el tamaño del copago
! | | olía a cloro en el pasillo ayer, con qué limpian
! | | se me apagó la pulsera de ejercicio
! | | ya está mi prueba de embarazo?
! | | ultrasonido de las 12 semanas el martes, puede venir mi mamá?
! | | me atrasé con los pagos, podemos hacer un plan?
! | | me siento de maravilla con el inhalador nuevo, todavía necesito la revisión?
! | | podemos llevar una pistola de juguete al pabellón para la fiesta de piratas?
- | grief | El abuelo se nos fue el jueves en la noche. ¿Qué pasa con sus cosas?
- | grief,distress | hace seis semanas que perdimos a Noor y me estoy deshaciendo
- | grief | quiten de su lista el número de mi hermano muerto
- | anger | Cinco personas, cinco respuestas distintas. Pónganse de acuerdo.
- | anger | me tienen hasta la coronilla los de facturación
- | anger | qué desastre de lugar
- | anger | hagan su trabajo por una vez!
- | anger | me torció los ojos y se salió
- | distress | estoy tan nerviosa que podría vomitar, es mi primera quimio
- | distress | no dejo de temblar antes de cada cita
- | distress | estoy sola con tres niños y este diagnóstico, no sé cómo seguir
- | distress | La espera es insoportable. Díganme por favor si es cáncer
- | confusion | ¿Tomo las dos o solo la blanca? Ya me hice bolas
- | confusion | su carta parece escrita en chino
- | confusion | cuál es la diferencia entre observación e ingresado
- | confusion | dice pendiente, eso quiere decir que es malo?
- | thanks | fueron tan delicados con mi niño, nunca lo olvidaremos
- | thanks | mil gracias por hacerme un huequito!
- | thanks | cinco estrellas para el equipo de urgencias
- | thanks | La doctora Amari me escuchó como nadie, gracias
- | | necesito justificante médico del 14
- | | la cafetería está abierta a visitas?
- | | cambien mi farmacia a la de la calle Olmo
- | | cuál es su fax
- | | ya me toca la mamografía?
`;
