/** Held out: nobody who tunes the rules looks at single misses here. Form: see labelled.ts. Generated people, no real ones. */
export const testSpanish = `
chest-pain | | me duele el pecho desde anoche y me suda la mano
chest-pain | distress | Mi marido tiene un dolor muy fuerte en el pecho y está pálido, tengo mucho miedo
chest-pain | | siento como un peso en el pecho y se me duerme el brazo
chest-pain | | buenas, tengo una punzada en el pecho cada ves que respiro hondo, espero a la cita del jueves?
chest-pain | | creo q le esta dando un infarto a mi papa
chest-pain | | Buenas tardes:¶Les escribo por la factura de octubre, creo que me cobraron dos veces.¶Por otro lado, desde esta mañana noto el pecho muy apretado y me duele la mandíbula.¶Saludos, Aurelio
chest-pain | | el corazon me va a mil y me oprime el pecho
breathing | distress | ayudenme por favor mi niña no puede respirar bien
breathing | | mi mama se queda sin aire nomas de caminar al baño
breathing | | me cuesta mucho respirar acostado
breathing | | comió cacahuates y se le hincharon los labios y la garganta
breathing | | El bebé respira muy rápido y se le hunden las costillas
breathing | | tengo mucha falta de aire desde la vacuna
breathing | | le silva el pecho y el inhalador ya no le hace nada, se esta aogando
breathing | | la saturación le marca 82 y está en casa conmigo
self-harm | distress | ya no puedo más, no quiero seguir viviendo
self-harm | distress | desde que se fue solo pienso en acabar con todo
self-harm | | Mi hermano me dijo anoche que se va a matar, ¿cómo hago para que lo vean?
self-harm | distress | ojalá no despertara mañana
self-harm | | mi hija se corta los brazos y lo esconde
self-harm | distress | para que vivir así, este dolor no se acaba nunca
self-harm | | Tengo pensamientos suicidas desde que me cambiaron la medicina.
self-harm | distress | Quiero cancelar mi cita del día 12. Ya no hace falta. He decidido irme de este mundo y dejé cartas para mis hijos.
self-harm | | si nadie me llama me voy a hacer daño
self-harm | | dice que prefiere estar muerto a volver a la diálisis
self-harm | distress | pienso en tirarme por el balcón, estoy tan cansada
overdose | distress | me tomé como 20 pastillas de paracetamol y ahora estoy asustada
overdose | | mi niño de 2 años agarró mis pastillas de la presión, no sé cuántas se tomó
overdose | | le di dos veces la dosis a mi mamá por error, es el anticoagulante, qué hago
overdose | | se bebió el líquido para destapar caños
overdose | | me puse el doble de insulina sin querer
overdose | | creo que mi compañero tuvo una sobredosis, no lo puedo despertar
stroke | | a mi abuelo se le fue la cara de lado y habla raro
stroke | | amanecí con el brazo derecho dormido y se me caen las cosas
stroke | | mi esposa de pronto no puede hablar, le salen mal las palabras
stroke | | perdi la vista de un ojo de golpe esta mañana
stroke | | el dolor de cabeza mas fuerte de mi vida, empezo de golpe
stroke | | no puede levantar el brazo izquierdo y tiene la boca chueca
bleeding | | me operaron el martes y la venda está empapada de sangre, no para
bleeding | | sangra por la nariz hace una hora y toma warfarina
bleeding | | estoy tosiendo sangre desde anoche
bleeding | | hice del baño con mucha sangre y estoy mareado
bleeding | | se me abrió la herida de la cesárea
unconscious | | mi esposo se desplomó en la cocina, ya despertó pero está gris
unconscious | | se desmayó dos veces hoy y está confundida
unconscious | | mi hijo convulsionó esta mañana, fue la primera vez
unconscious | | no logro que mi mamá despierte bien, solo se queja
violence | distress | mi pareja me volvió a pegar anoche y me da miedo quedarme aquí
violence | | La cuidadora de la noche le jaló el pelo a mi abuela y le dio una bofetada
violence | | necesito cambiar mi teléfono, mi ex dijo que me va a matar si me encuentra
violence | | me obliga a tener relaciones y creo que estoy embarazada
violence | anger | si no me dan mi expediente el viernes voy a ir con mi pistola
violence | | mi tío me toca y no sé a quién decirle
pregnancy | | tengo 34 semanas y no siento que se mueva desde ayer
pregnancy | | estoy de 8 semanas y tengo sangrado y cólicos
pregnancy | | se me acaba de romper la fuente y apenas tengo 31 semanas
emergency | | se cayó por la escalera, se pegó en la cabeza y no para de vomitar
emergency | | mi papá arde en fiebre, tiembla y dice cosas sin sentido
emergency | | siento que me voy a morir, me tiembla todo el cuerpo
emergency | | nuestro bebé de 3 semanas tiene fiebre de 38.7 y no quiere comer
emergency | | manden a alguien ya por favor es urgente se esta poniendo muy mal
! | anger | ¡Esta musiquita del teléfono me está matando, llevo 45 minutos!
! | | me muero por que me quiten los puntos jaja
! | anger | Casi me da un infarto cuando vi lo que cobran de estacionamiento
! | | se me paró el corazón de la emoción al ver al bebé en el ultrasonido
! | | ¿Dónde queda la clínica de dolor de pecho? Tengo cita a las 9
! | | Tuve un infarto en 2014 y necesito la carta de alta de entonces para el seguro
! | | Mi madre tuvo un derrame cerebral hace cinco años. Está bien, solo queremos copia del estudio.
! | | ¿En qué piso está la unidad de ictus?
! | | ¿Tienen el folleto de prevención del suicidio en portugués?
! | | Quiero ser voluntaria en el día contra las sobredosis
! | | ¿Cuándo es el curso de primeros auxilios para atragantamiento?
! | | Necesito otro inhalador, lo uso antes del deporte
! | | respiré aliviada cuando llegó la carta
! | thanks | Su enfermera es un encanto, un soplo de aire fresco, denle las gracias de mi parte
! | | Sin dolor de pecho ni falta de aire, todo bien desde el procedimiento. ¿Cuándo puedo manejar?
! | | El cuestionario pregunta si me desmayo con facilidad. No. ¿Dónde lo pongo?
! | anger | estoy harto de explicar lo mismo a cada persona nueva, me van a matar de coraje
! | anger | Nos están desangrando con tantas cuotas
! | | Adjunto mi registro de presión de la sangre
! | | ¿A qué hora abre el laboratorio de análisis de sangre el sábado?
! | | tengo que cancelar la colonoscopia, me salió un compromiso
! | | perdí mi libreta de glucosa en el autobús
! | | En antecedentes familiares: mi tía murió de un derrame
! | | La salida de emergencia de radiología estaba bloqueada ayer, para que sepan
! | | ¿Cuánto costó la visita a urgencias de agosto? Nunca llegó la factura
! | | Cambien mi contacto de emergencia a mi hermana Lucía
! | | mi hija hace una tarea sobre reanimación, puede entrevistar a alguien?
! | | ¿El grupo de apoyo contra la violencia doméstica sigue los martes?
! | | mataría por un lugar de estacionamiento cerca de la puerta
! | | se murió la pila de mi audífono, venden tamaño 312?
! | confusion | la aplicación me mata el celular cada vez que la abro, qué hago mal
! | | me muero de hambre, puedo comer antes del ultrasonido?
! | | el doctor dijo que el potasio salió un poco alto, ¿me explican?
! | | me sigue doliendo un poquito el brazo por la vacuna, es normal?
! | | En marzo papá nos dio un susto pero está bien desde entonces, solo quiero su revisión
! | | los ejercicios me matan las piernas pero ayudan
! | | Los gastos de este año nos ahogan, ¿hay ayuda para pagar?
! | | corté mis horas de trabajo y cambió mi seguro
! | | me pegó fuerte el deducible nuevo, ¿puedo pagar en partes?
! | | el ascensor no sirve y no puedo subir escaleras con mi andador
! | | pasó su examen de manejo, ¿puede dejar la fisioterapia?
! | | no puedo tragar pastillas grandes, ¿hay jarabe?
! | | mi perro se comió la carta de la cita, me mandan otra?
! | | me tomé las pastillas como dijeron y ya estoy mejor
! | | la farmacia me dio demasiadas hojas, cuál es la buena?
! | | Ese día es el baby shower, ¿podemos mover la revisión?
! | | Antes de mi cirugía en 2019 tuve úlceras con sangrado, ¿lo pongo en el formulario?
! | | la rodilla me mata cuando llueve, puedo ir antes de mayo?
! | | nos quedamos sin aliento de la alegría, ya hay fecha de adopción
! | | ¿Qué significa la pregunta sobre abuso en el formulario? Es para una clase.
! | | me ahogo en cartas de citas, las pueden poner en una sola hoja?
! | | fue una muerte encontrar estacionamiento
! | | Me quedé muerta de risa con el video de la sala de espera
! | | ¿Hay que pagar la ambulancia aparte?
! | | Tuve covid en enero y me costaba respirar entonces; ahora pido el certificado
! | | la tele del cuarto 12 no responde al control
! | | No es una emergencia, quisiera saber el horario
- | grief | Mi esposa murió el domingo. Por favor no le manden más cartas.
- | grief | perdimos a nuestro bebé a las 20 semanas y hoy me llegó recordatorio del ultrasonido
- | grief,thanks | Mi padre falleció en paz en su piso la semana pasada. Las enfermeras fueron maravillosas, les estamos muy agradecidos.
- | grief | me siguen llegando cuentas de mi difunto esposo
- | grief,anger | Le mandaron una encuesta a mi mamá. Está MUERTA. Qué falta de respeto
- | grief | el entierro es el viernes y no puedo ir a mi cita
- | grief,distress | desde que murió mi hijo no duermo ni como, hay alguien con quien hablar
- | anger | Es la tercera vez que me cancelan. Totalmente inaceptable.
- | anger | la recepcionista fue grosera y me colgó
- | anger | Estoy furiosa. Pedí el día en el trabajo y no había nadie.
- | anger | el peor hospital, a nadie le importa nada
- | anger | Quiero hablar con el jefe. Es ridículo, he llamado seis veces.
- | anger | ya estoy cansado de que me pasen de un lado a otro
- | anger,confusion | ¿Por qué me cobran 400 por una consulta que nunca hubo?? no tiene sentido
- | anger | voy a hablar con mi abogado por cómo me trataron
- | anger | cómo se atreven a mandar mis resultados a mi ex
- | distress | Estoy muy preocupada por la biopsia, no dejo de pensar en eso
- | distress | tengo mucho miedo a la anestesia, ¿alguien puede hablar conmigo antes?
- | distress | ya no puedo cuidarlo yo sola, no doy más
- | distress | sigo sin resultado y la angustia me está comiendo
- | distress | estamos desesperados, necesita cama en rehabilitación y nadie nos ayuda
- | distress | lloro todo el día y no sé por qué, desde que nació el bebé
- | distress | me dan ataques de pánico de pensar en la resonancia
- | distress,confusion | no entiendo el informe, dice masa?? estoy aterrada
- | confusion | Estoy confundida, una carta dice a las 9 y la otra a las 2
- | confusion | no sé qué quiere decir este código de la cuenta, ¿me explican?
- | confusion | ¿Cuál tomo primero? El folleto y la etiqueta dicen cosas distintas
- | confusion | estoy perdida, ¿voy al edificio principal o al anexo?
- | confusion | no me queda claro por qué necesito otra referencia
- | confusion | qué significa "perfil lipídico sin ayuno"
- | confusion | no tengo idea de cómo entrar en esta página
- | thanks | Solo quería dar las gracias de corazón al equipo del cuarto piso, son increíbles
- | thanks | muchísimas gracias por llamarme tan rápido!
- | thanks | La enfermera Imelda fue muy amable con mi mamá, dele las gracias de nuestra parte
- | thanks | de verdad agradezco lo que hicieron por nosotros
- | thanks | son lo máximo, todo salió bien gracias a la doctora Oyelaran
- | thanks | no tenemos palabras para agradecerles lo que cuidaron a Teo
- | | no estoy enojado para nada, solo quiero saber cuándo llega el reembolso
- | | ¿Me pueden mandar el formulario para mi trabajo? Gracias
- | | Necesito intérprete de mixteco para el jueves
- | | hay camión de la estación a la clínica?
- | | ¿Cómo cambio mi cita a la semana siguiente? Cualquier mañana está bien
- | | cuál es el horario de visitas el domingo
- | | Mi dirección cambió: calle Alameda 14
- | | ¿Tengo que ir en ayunas al análisis del lunes?
`;
