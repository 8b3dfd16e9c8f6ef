import { body, h2, keyPoints, p, quote, relatedLinks, table, video } from '../blocks.ts'
import type { DemoStory } from '../types.ts'

/** Of all stories of the Spanish edition. */
export const translator = { author: 'ines-quiroga', role: 'Traducción' }

/** News of the Spanish edition, each a translation. */
export const spanishNews: DemoStory[] = [
  {
    key: 'detenido-exjefe-de-embalses-por-la-presa-de-aqtas',
    state: 'live',
    locale: 'es',
    translationOf: 'former-reservoir-chief-detained-over-aqtas-dam',
    section: 'world',
    kicker: 'Kazajistán',
    headline: 'Detenido en Kazajistán el exjefe de embalses por la rotura de una presa',
    standfirst:
      'Yerlan Tasbolatov, que hasta el jueves dirigía las presas del sur del país, fue detenido como sospechoso de falsificar informes de seguridad, según anunció el sábado la fiscalía, cinco días después de que cediera un dique en Aqtas, encima de cinco pueblos.',
    bylines: [
      { author: 'agence-cardinale', role: 'Agencia' },
      { author: 'aigerim-saparova', role: 'Información adicional' },
      translator,
    ],
    tags: [
      'yerlan-tasbolatov',
      'aqtas-dam',
      'kazakhstan',
      'aqtas',
      'southern-reservoirs-authority',
      'aqtas-flood',
      'courts',
      'almaty',
    ],
    leadMedia: {
      media: 'aqtas-courthouse',
      alt: 'Un hombre con abrigo gris, de espaldas, sube entre dos agentes la escalera nevada de un juzgado',
      caption: 'Yerlan Tasbolatov, a la izquierda, entra en el juzgado el sábado por la mañana.',
      credit: 'Agence Cardinale / R. Momyshev',
    },
    recommendedVideo: 'video-aqtas-from-the-air',
    related: [
      { story: 'se-abre-una-fisura-en-skuggafell' },
      { url: 'https://cardinale.example.org/pictures/aqtas', headline: 'En imágenes: un valle bajo el agua' },
    ],
    source: {
      name: 'Agence Cardinale',
      url: 'https://cardinale.example.org/wire/AC-20251122-0731',
      externalId: 'AC-20251122-0731',
    },
    publishedAt: '2025-11-22T14:30:00.000Z',
    body: body(
      relatedLinks('La historia hasta ahora', [
        { story: 'aqtas-dam-wet-patch-warning', headline: 'El guarda, el perro y la mancha húmeda (en inglés)' },
        { story: 'aqtas-dam-spillway-gives-way', headline: 'La noche en que se vació el valle (en inglés)' },
        { url: 'https://maps.example.org/aqtas', headline: 'Mapa interactivo: carreteras y pozos abiertos' },
      ]),
      p(
        'Tasbolatov, de 58 años, fue detenido el viernes por la noche en un peaje de la carretera de Almaty, con su chófer y dos cajas de expedientes, informó la fiscalía regional. Un juez ordenó que permanezca dos meses en prisión mientras se prepara la causa.',
      ),
      p(
        'Es la primera detención desde el derrumbe, que ahogó a dos trabajadores del campo, dejó a otros dos desaparecidos y vació un valle de huertos conocido por las manzanas más tardías del país.',
      ),
      p(
        'Su abogada, Zhannat Berdiyar, rechazó la acusación y dijo que las cajas contenían «sus propios papeles, que llevaba a los investigadores por su voluntad». Pidió al público «que no busque a un hombre para ponerlo donde debería estar una institución».',
      ),
      p(
        'El Gobierno destituyó a Tasbolatov el jueves, tras nueve años al frente de la Autoridad de Embalses del Sur, que gestiona 41 presas, once de ellas más antiguas que la que falló.',
      ),
      h2('Páginas sin firma'),
      p(
        'Según la fiscalía, la inspección anual que Aqtas habría superado en septiembre es un formulario de catorce páginas, todas selladas y ninguna firmada.',
      ),
      p(
        '«Tenemos un documento que afirma que un ingeniero estuvo sobre esta presa el 11 de septiembre», señala el comunicado. «Ese día, el ingeniero que figura en él estaba en un hospital, donde le ponían una prótesis de rodilla».',
      ),
      p(
        '«El sello estaba en un cajón», contó un antiguo empleado que pidió no ser nombrado. «Quien lo necesitaba abría el cajón».',
      ),
      h2('6.200 personas fuera de casa'),
      p(
        'El Ministerio del Interior calcula que 6.200 vecinos de cinco pueblos siguen en escuelas, pabellones y casas de familiares. De las 1.140 viviendas que alcanzó el agua, unas 300 no tienen arreglo.',
      ),
      p(
        '«Quiero saber una sola cosa», dijo Orazbek Sultanmurat, apicultor de 71 años, mientras raspaba el barro de una colmena. «Cuando escribieron que era segura, ¿pensaron en nosotros o solo en la página?».',
      ),
    ),
  },
  {
    key: 'se-abre-una-fisura-en-skuggafell',
    state: 'live',
    locale: 'es',
    translationOf: 'fissure-opens-on-skuggafell',
    section: 'science',
    kicker: 'Islandia',
    headline: 'El Skuggafell se abre a lo largo de 900 metros, en silencio y a la hora del desayuno',
    standfirst:
      'La erupción que los científicos esperaban desde hacía dos días empezó el viernes con una línea roja en la nieve. De momento, la lava se aleja del pueblo.',
    bylines: [{ author: 'kristin-halfdanardottir' }, translator],
    tags: ['skuggafell-eruption', 'skuggafell-fires', 'skuggafell', 'iceland', 'volcanoes', 'gudrun-skuladottir'],
    leadMedia: {
      media: 'skuggafell-fissure',
      alt: 'Una hilera de fuentes de lava bajas sobre una cresta nevada',
      caption: 'La fisura del Skuggafell, dos horas después de abrirse.',
    },
    recommendedVideo: 'video-skuggafell-first-hour',
    publishedAt: '2025-11-14T13:00:00.000Z',
    body: body(
      keyPoints(
        'De un vistazo',
        'Empezó el viernes a las 7.48; la fisura mide 900 metros.',
        'La lava avanza hacia el nordeste al paso de una persona.',
        'Apenas hay ceniza: vuelos con retraso, pero no cancelados.',
      ),
      p(
        'Empezó con una línea tan fina que el piloto la tomó por un reflejo. Luego a la línea le salieron puntos, y los puntos se pusieron de pie. A las 7.48 del viernes, la cresta del Skuggafell se abrió a lo largo de 900 metros, y donde había nieve hubo una valla de fuego, no más alta que una casa, con un ruido de tela gruesa que se rasga.',
      ),
      video('video-skuggafell-first-hour', {
        caption: 'Sesenta minutos en sesenta segundos, desde la cámara de la torre de la iglesia.',
      }),
      p(
        '«Si hay que tener una erupción, que sea esta», dijo por radio, desde el helicóptero, Guðrún Skúladóttir, de la oficina islandesa de riesgos. La lava es fluida como la miel y ha elegido el valle vacío del nordeste.',
      ),
      p(
        'Eso puede cambiar. El extremo sur de la fisura está a dos kilómetros de las primeras casas de Hraunvík, [vacías desde el miércoles](story:hraunvik-evacuated-below-skuggafell). Las excavadoras ya levantan un muro de tierra.',
      ),
      p(
        'Desde el aire se ve el pueblo entero: cuarenta tejados, una iglesia roja y, en el muelle, muy pequeño, un gato.',
      ),
    ),
  },
  {
    key: 'trieste-elige-nadar-por-411-votos',
    state: 'live',
    locale: 'es',
    translationOf: 'trieste-votes-for-open-harbour',
    section: 'politics',
    kicker: 'Trieste',
    headline: 'Por 411 votos, Trieste elige nadar',
    standfirst:
      'El plan de un puerto viejo sin coches gana con el 50,3 por ciento y una participación que nadie había previsto. Los partidarios de la terminal quieren contar de nuevo.',
    bylines: [{ author: 'nesrin-cakir' }, { author: 'bui-thuc-quyen', role: 'Datos' }, translator],
    tags: [
      'trieste-old-harbour',
      'old-harbour-referendum',
      'trieste',
      'elisa-pertot',
      'porto-aperto',
      'molo-quarto',
      'elections',
    ],
    leadMedia: {
      media: 'trieste-count',
      alt: 'Tres personas clasifican papeletas sobre un pupitre',
      caption: 'Recuento en el colegio electoral de Roiano.',
    },
    publishedAt: '2025-12-01T07:30:00.000Z',
    body: body(
      p(
        'La última urna llegó de Opicina, en la meseta, en tranvía, porque el coche que debía traerla no arrancó. Se abrió once minutos después de medianoche, y cuando quedó vacía, el plan de abrir el puerto viejo a paseantes, tranvías y nadadores había ganado por 411 votos de 77.000.',
      ),
      table(
        'Consulta sobre el puerto viejo, por distritos',
        'Distrito | Puerto abierto | Terminal | Participación',
        'Centro | 9.871 | 8.402 | 55,1 %',
        'Roiano y Gretta | 7.340 | 5.118 | 58,7 %',
        'San Giacomo | 8.015 | 9.366 | 49,9 %',
        'Servola y Valmaura | 5.560 | 8.127 | 47,2 %',
        'Barcola | 4.428 | 3.090 | 61,0 %',
        'Meseta | 3.497 | 4.197 | 44,3 %',
        'Total | 38.711 | 38.300 | 51,8 %',
      ),
      p(
        'La alcaldesa, Elisa Pertot, que no quiso decir qué votaría y sigue sin decirlo, habló de «un resultado estrecho y una multitud ancha». Llevará el plan al pleno antes de Navidad, como había prometido si votaban cuatro de cada diez.',
      ),
      quote(
        '«Tendrán un sitio bonito donde tumbarse», dijo Renato Sardoč, gruista durante 34 años. «Espero que lleven comida, porque no quedará nadie para vendérsela».',
      ),
      p(
        'Delante del almacén 19 alguien había puesto una escalera para bajar al agua. A la una de la madrugada, a nueve grados, se estaba usando.',
      ),
    ),
  },
  {
    key: 'nocturne-rail-ofrece-410-millones-por-baltica',
    state: 'live',
    locale: 'es',
    translationOf: 'nocturne-rail-bids-for-baltica-sleepers',
    section: 'business',
    kicker: 'Trenes nocturnos',
    headline: 'Nocturne Rail ofrece 410 millones de euros por Baltica y las camas de medio continente',
    standfirst:
      'La empresa de Łódź operaría dos de cada tres trenes cama entre Tallin y Trieste. Su fundadora promete desayuno caliente; el presidente de su rival, pelea.',
    bylines: [{ author: 'zofia-wrobel' }, translator],
    tags: ['night-train-merger', 'nocturne-rail', 'baltica-sleepers', 'magda-ostrowska', 'night-trains', 'lodz'],
    leadMedia: {
      media: 'night-train-lodz',
      alt: 'Un coche cama azul oscuro en un andén de noche, con una ventana encendida',
    },
    publishedAt: '2025-11-06T11:00:00.000Z',
    body: body(
      p(
        'ŁÓDŹ — Nocturne Rail, que empezó en 2014 con cuatro coches cama de segunda mano y una locomotora prestada, ofreció el jueves 410 millones de euros en efectivo y acciones por su competidora, Baltica Sleepers, más grande que ella. Juntas moverían 58 trenes cada noche en 17 países.',
      ),
      p(
        '«De Varsovia salen hacia Viena dos trenes medio vacíos con cuarenta minutos de diferencia», dijo la fundadora, Magda Ostrowska, en un coche restaurante aparcado en la estación de Łódź Fabryczna. «Quiero que haya uno lleno, y quiero que tenga ducha».',
      ),
      p(
        'La oferta supera en un 32 por ciento el cierre de Baltica del miércoles. Sus acciones subieron enseguida casi hasta ese precio, señal de que los inversores creen en el acuerdo. Las de Nocturne bajaron un seis por ciento, señal de que se preguntan quién lo paga.',
      ),
      p(
        'Ostrowska aseguró que ninguna ruta cerrará antes de 2028. No dijo lo mismo del empleo: hay dos sedes, dos talleres y dos centros de llamadas, uno de los cuales, en Tartu, tiene fama de despertar a los viajeros cantando.',
      ),
      p(
        'Henrik Valdsoo, presidente de Baltica, respondió con una sola línea: el consejo «leerá la carta, la consultará con la almohada y contestará».',
      ),
    ),
  },
]
