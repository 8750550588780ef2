/** For tuning. Form: see labelled.ts. Generated people, no real ones. */
export const developmentSpanish = `
chest-pain | | llevo toda la semana con dolor de pecho que va y viene
chest-pain | distress | tengo pinchazos en el pecho y me da miedo que sea el corazon
chest-pain | | siento que me aprietan el pecho y me corre al cuello
chest-pain | | es como si alguien estuviera parado sobre mi pecho
chest-pain | | mi marido dice que es agruras pero esta sudando frio y se agarra el pecho
chest-pain | | el marcapasos me dio dos descargas hoy y me siento muy mal
chest-pain | | Estimados señores:¶Quisiera pedir mis pastillas de siempre.¶También les digo que me da un dolor que cruza el pecho cuando cargo las bolsas y anoche me despertó.¶Atentamente, Tobías Infante
chest-pain | | palpitaciones y molestia en el pecho que hago
breathing | | apenas puedo respirar por favor llamenme
breathing | distress | mi bebe no puede respirar y estoy desesperada
breathing | | me falta el aire solo de hablar
breathing | | tiene el asma muy mal y ya usó el inhalador 6 veces
breathing | | se le está poniendo azul la boca
breathing | | se me hincha la cara con el antibiótico y tengo ronchas en todo el cuerpo
breathing | | siento que me asfixio en las noches
breathing | | respiro cada día peor desde que me dieron de alta
breathing | | se agita muchísimo al subir, la semana pasada estaba bien, no agarra aire
breathing | | tiene algo atorado en la garganta y no puede hablar
self-harm | distress | ya no quiero vivir
self-harm | | mi esposo tiene una pistola en el cajón y dice que estaríamos mejor sin él
self-harm | distress | me siento sin esperanza, dan ganas de tomarme todas las pastillas
self-harm | | Mi hija intentó suicidarse en la primavera y otra vez habla así
self-harm | distress | nadie me va a extrañar si me muero
self-harm | | no dejo de pensar en lastimarme
self-harm | | hay alguien que vea hoy a mi hijo, se quiere quitar la vida
self-harm | distress | solo quiero que todo termine. No aguanto este dolor otro día
self-harm | | se despide de todos y anda regalando sus cosas
self-harm | | otra vez me estoy quemando la piel a propósito
self-harm | distress | no le veo salida a mi vida
self-harm | | dejó de comer y dice que se quiere morir
overdose | | mi hijo se tragó una pila de botón
overdose | | confundí las pastillas y tomé dos veces las de la mañana
overdose | | se tomó todo el frasco de antidepresivos
overdose | | bebió anticongelante por accidente
overdose | | creo que tomé demasiada medicina para el dolor, tengo mucho sueño
overdose | | la niña se comió las pastillas del corazón de su abuela
overdose | | sonó la alarma de monóxido y nos duele la cabeza a todos
overdose | | se inyectó algo y tiene los labios morados
stroke | | se le cayó la mitad de la cara
stroke | | papá arrastra las palabras y no ha tomado
stroke | | se me durmió todo el lado izquierdo por diez minutos
stroke | | mi esposo de repente no sabe dónde está
stroke | | será un derrame? se me cuelga la boca
stroke | | de pronto no veo nada con el ojo derecho
bleeding | | se me soltaron los puntos y está sangrando
bleeding | | Papá vomita algo como café molido con sangre
bleeding | | empapo una toalla cada media hora desde el legrado
bleeding | | popó negra como alquitrán desde hace dos días y tomo anticoagulantes
bleeding | | me corté hondo la mano y no deja de sangrar
unconscious | | perdió el conocimiento manejando
unconscious | | a mi hermana le dan ataques uno tras otro
unconscious | | la abuela está muy adormilada y casi no la puedo despertar
unconscious | | el bebé se puso flojito unos segundos
violence | | mi novio me empujó por la escalera
violence | distress | le tengo miedo a mi esposo, lee mis mensajes
violence | | En el asilo amarran a mi papá a la cama
violence | | me agredieron sexualmente el sábado, ¿hacen el examen?
violence | | mi hijo me amenaza con un cuchillo cuando quiere dinero
violence | anger | díganle al doctor Haro que sé dónde vive y me la va a pagar
violence | | mi padrastro entra a mi cuarto en la noche
violence | | me ahorcó y ahora me cuesta tragar
pregnancy | | el bebé no se ha movido en todo el día y tengo 36 semanas
pregnancy | | embarazada y veo lucecitas, me estalla la cabeza y tengo las manos hinchadas
pregnancy | | contracciones cada 4 minutos y solo tengo 33 semanas
emergency | | le dio corriente la secadora, parece bien pero el corazón le brinca
emergency | | la herida está caliente y roja con una raya que sube por el brazo y tengo escalofríos
emergency | | un sarpullido que no se quita al apretar y el cuello tieso
emergency | | llamen una ambulancia para mi vecino
emergency | | oye voces que le dicen que nos haga daño
emergency | | soy trasplantado, fiebre de 39 y temblores
! | anger | este menú del teléfono va a acabar conmigo
! | | me muero por saber si es niño o niña
! | anger | por poco me da algo al ver la factura
! | thanks | de todo corazón felicito al personal
! | | me movieron la cita de la clínica del tórax, ¿es correcto?
! | | El año pasado tuve dolor de pecho, todo salió bien, solo quiero el informe para mi doctor nuevo
! | | a mi papá le dio un infarto en 2009, ¿cuenta como antecedente?
! | | quién dirige el grupo de sobrevivientes de derrame
! | | dan clases sobre las señales del derrame cerebral?
! | | horario del grupo de duelo por suicidio
! | | hay folleto para guardar medicinas y prevenir la sobredosis?
! | | se nos hizo un nudo en la garganta en la ceremonia, preciosa
! | | el video de ejercicios de respiración no carga
! | | no alcanzo ni a respirar entre citas, están a 10 minutos en edificios distintos
! | | sin falta de aire ni fiebre, puedo ir a vacunarme?
! | | El formulario pregunta si he tenido convulsiones. Nunca. ¿Lo dejo en blanco?
! | anger | estoy harta de su musiquita, me dan ganas de gritar
! | anger | estas cuentas nos van a matar
! | | ¿ya están los resultados de sangre?
! | | cuál es mi tipo de sangre
! | | hay que ayunar para la prueba de azúcar en la sangre
! | | mi abuela murió de un infarto a los 60, ¿debo revisarme?
! | | hay dentista de emergencia cerca de ustedes?
! | | cuánto se espera hoy en urgencias?
! | | quiero el detalle de la factura de la ambulancia
! | | Actualizar contacto de emergencia: Tomás, mi esposo
! | | tienen curso de primeros auxilios por asfixia?
! | | abusan de los lugares para discapacitados, todos los días hay coches sin placa
! | | daría un brazo por una cita antes
! | | se me murió el teléfono y perdí su llamada
! | | qué pila lleva el aparato de la clínica de marcapasos
! | confusion | la página se cae y no sé qué hacer
! | | casi me desmayo del hambre jaja, cuándo puedo comer después del examen
! | | salió un poco alto el colesterol, ¿tienen hoja de dieta?
! | | tengo el dedo del pie dormido por el yeso desde que lo pusieron, estará muy apretado?
! | | el mes pasado me desmayé donando sangre, todo bien desde entonces, quiero mi tarjeta de donante
! | | la clase me dejó medio muerto, nos vemos la próxima!
! | | el nuevo horario está de muerte
! | | avísenme por correo cuando esté listo
! | | no quiero abusar, pero ¿me explican mi seguro?
! | | me golpeó un recargo por pago tarde
! | | el elevador no sirve y no puedo caminar tanto
! | | repartía folletos en su entrada, se puede?
! | | no puedo tragar pastillas, hay líquido?
! | | no puedo mover mi cita en la página
! | | teléfono del consultorio del doctor Dolores por favor
! | | los niños rompieron mi carta, me la mandan de nuevo
! | | tomé mi medicina hoy antes del análisis, está bien?
! | | mandaron demasiadas tabletas, puedo devolver una caja?
! | | ese día hay boda, cambien el ultrasonido del corazón
! | | me van a dormir para la operación, ¿cuánto dura?
! | | En 2016 sangré mucho cuando me sacaron una muela, ¿se lo digo al cirujano?
! | | la espalda me mata pero las pastillas ayudan, solo quiero la receta
! | | nos moríamos de risa con los payasos del pabellón infantil
! | | el reglamento sobre autolesiones para personal, dónde está, soy voluntario nuevo
! | | estoy ahogado en papeles
! | | trabajo en una asociación de prevención del suicidio, podemos poner un cartel?
! | | línea muerta, nadie contesta
! | | estacionarse es un infierno
! | | ya no tengo ideas suicidas, gracias a Dios estoy bien, quiero pasar la terapia a cada dos semanas
! | | mató dos pájaros de un tiro, ¿puedo reservar las dos juntas?
! | | no soporto mi pelo después de la quimio, hay pelucas?
! | | todavía regalan el imán de la línea de venenos?
! | | fue un año duro, se me congeló el hombro, cuándo es la fisio
- | grief | Mi mamá falleció el día 3. ¿A quién aviso?
- | grief | nuestro hijo nació sin vida en mayo y siguen llegando correos de maternidad
- | grief | perdí a mi esposo el mes pasado y necesito su acta de defunción
- | grief,thanks | Gracias por los cuidados que le dieron a mi difunta hermana
- | grief,anger | Mi padre murió porque nadie contestó el timbre. Exijo respuestas.
- | grief | él ya no está con nosotros, bórrenlo de su lista
- | grief,distress | no paro de llorar desde que enterramos a mamá
- | grief | la misa de difunto es en junio, puede venir el capellán?
- | anger | Qué asco. Dos horas en una sala sucia.
- | anger | Nadie escucha! estoy muy enojado
- | anger | me habló como si fuera tonta
- | anger | exijo que me devuelvan el dinero
- | anger | voy a poner una queja, el doctor fue muy grosero
- | anger | ESTO ES INACEPTABLE!!! NADIE DEVUELVE LA LLAMADA
- | anger | perdieron mi muestra OTRA VEZ, qué burla
- | anger | estoy indignada por cómo trataron a mi madre
- | anger,confusion | Explíquenme esta cuenta porque es un disparate y no la voy a pagar
- | anger | qué clase de lugar es este, qué vergüenza
- | anger | su incompetencia me costó un día de sueldo
- | anger | ya me cansé, esto es el colmo
- | distress | estoy preocupadísima por el resultado
- | distress | tan nerviosa por mañana que no pude dormir
- | distress | me siento rebasada cuidando a mis dos padres
- | distress | me siento muy sola y triste desde la cirugía
- | distress | este dolor me tiene desesperado
- | distress | por favor ayúdennos, no sabemos a quién acudir
- | distress | me aterran las agujas, hay crema?
- | distress | siento que me derrumbo
- | distress,confusion | me dijeron algo de una sombra por teléfono, no entendí y ahora estoy asustada
- | confusion | ¿Por qué entrada? el mapa me confunde
- | confusion | me llegaron dos cuentas distintas del mismo día, ¿cuál es la correcta?
- | confusion | Perdón, no entiendo qué significa 'autorización previa'
- | confusion | no tengo claro si debo dejar la aspirina
- | confusion | no sé cómo subir la foto
- | confusion | ni idea de qué quiere esta carta
- | confusion | qué se supone que debo llevar
- | confusion | me extraña la nueva hora, no me cuadra
- | thanks | Gracias por todo, el doctor Navarrete me salvó la vida
- | thanks | muy agradecida por el cariño en pediatría
- | thanks | díganle a Beto de recepción que me alegró el día
- | thanks | mil gracias por responder tan pronto, me ayuda mucho
- | thanks | un aplauso a las enfermeras de la noche
- | thanks | quiero felicitar a la señora de limpieza del piso 3
- | thanks | les agradezco la manera en que me lo explicaron
- | | no estoy molesto, solo quiero la fecha correcta
- | | no me preocupa, es pura curiosidad sobre el valor normal
- | | Gracias de antemano por mandar el formulario
- | | a qué hora abren el viernes
- | | Necesito copia de mi cartilla de vacunas para la escuela
- | | puedo llevar mi perro guía?
- | | Cancelen el martes a las 3, a nombre de Ferreira
- | | ahora mi seguro es Mutual del Puerto
- | | la farmacia abre a mediodía?
- | | se lo pueden mandar por fax a mi doctor?
- | grief,confusion | A cuentas de pacientes:¶Mi madre, que estuvo en el cuarto 214 en junio, ha muerto. Soy su albacea y tengo una caja con sus cartas. Unas se llaman estados de cuenta, otras avisos, y dos tienen la misma fecha y distinto monto.¶No entiendo cuáles siguen abiertas.¶¿Alguien podría verlo conmigo? Tengo tiempo por las tardes.¶Atentamente, Gaspar Linares
! | distress | Hola:¶El lunes me hacen el cateterismo. Leí el consentimiento y dice de todo: infarto, derrame, sangrado, hasta la muerte. Sé que lo tienen que poner, pero desde entonces no duermo y estoy bastante asustada.¶¿Alguien podría repasarlo conmigo antes del lunes?¶Gracias, Rosamunda
`;
