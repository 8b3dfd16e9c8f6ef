import { body, divider, h2, p, quote, table, ul } from '../blocks.ts'
import type { DemoStory } from '../types.ts'
import { translator } from './spanish-news.ts'

/** Features of the Spanish edition, each a translation. */
export const spanishFeatures: DemoStory[] = [
  {
    key: 'un-museo-devuelve-una-canoa-al-rio',
    state: 'live',
    locale: 'es',
    translationOf: 'museum-returns-canoe-to-the-river',
    section: 'culture',
    kicker: 'Brasil',
    headline: 'Un museo devuelve una canoa, y la canoa flota',
    standfirst:
      'Durante 121 años estuvo sobre caballetes en São Paulo. Los bisnietos de quienes la hicieron pusieron una condición para la ceremonia: que no lo fuera.',
    bylines: [{ author: 'joao-brandt-leitao' }, translator],
    tags: ['museu-das-margens', 'sao-paulo', 'brazil', 'museums', 'water'],
    leadMedia: {
      media: 'river-canoe',
      alt: 'Una canoa de casi cinco metros, tallada en un tronco, dentro de una caja de museo',
      caption: 'La canoa antes de salir del Museu das Margens.',
    },
    publishedAt: '2025-12-13T09:00:00.000Z',
    body: body(
      p(
        'La conservadora estaba en contra del agua. La madera, había escrito, llevaba 121 años seca y se abriría por la vieja grieta de la proa en pocos minutos. «Entonces habremos tenido unos minutos», dijo Joaquim Tupã Verá, bisnieto del hombre con cuya azuela fue vaciada, y empujó.',
      ),
      p(
        'No se abrió. El jueves, hacia las nueve de la mañana, la canoa que había sido el número 2.117 del inventario y, antes de eso, una canoa, cargó con el peso de dos niños, se balanceó y giró hacia la corriente.',
      ),
      p(
        'Hubo seis años de cartas. La pieza había entrado en la colección en 1904, «adquirida», dice la ficha, sin una palabra sobre cómo. El pueblo, trescientos kilómetros al oeste, tenía una canción en la que no era adquirida. La nueva directora, Lúcia Sampaio Reis, pidió la letra por escrito y la incluyó en el expediente como prueba.',
      ),
      quote(
        '«Nos preguntaron en qué condiciones la guardaríamos», contó Tupã Verá. «Temperatura, luz, humedad. Les dije: mojada».',
      ),
      p(
        'En la sala de São Paulo siguen los dos caballetes, a petición del pueblo, sin nada encima y con una ficha nueva. Dice: *Ha salido a pescar.*',
      ),
    ),
  },
  {
    key: 'el-gato-de-izmir-ya-sale-en-el-horario',
    state: 'live',
    locale: 'es',
    translationOf: 'izmir-ferry-cat-gets-a-timetable',
    section: 'world',
    headline: 'El gato que viaja a diario en el ferri de Esmirna ya tiene su línea en el horario',
    standfirst: 'El de las 8.10 a Karşıyaka lleva ahora una nota al pie: «Espera a Müdür, si el tiempo lo permite».',
    bylines: [{ author: 'halyard-press', role: 'Agencia' }, translator],
    tags: ['izmir', 'turkiye', 'animals', 'public-transport'],
    publishedAt: '2026-01-02T12:30:00.000Z',
    body: body(
      p(
        'ESMIRNA (HPA) — Un gato gris que cruza en ferri la bahía de Esmirna casi a diario desde 2022 figura ya en el horario oficial de invierno. La nota al pie permite que el barco de las 8.10 lo espere hasta dos minutos. «Llega tarde menos veces que los ingenieros», explicó el director. Müdür, «el jefe», vuelve a las 17.40, en la cubierta superior y mirando al frente. 🐈',
      ),
    ),
  },
  {
    key: 'once-personas-nadaron-en-el-rio-de-sao-paulo',
    state: 'live',
    locale: 'es',
    translationOf: 'sao-paulo-swimmers-test-the-river',
    section: 'world',
    kicker: 'Brasil',
    headline: 'Once personas nadaron el domingo en el río de São Paulo. Por primera vez en 79 años estaba permitido',
    standfirst:
      'La limpieza de un meandro del Tietê ha llegado al punto en que abogados, biólogos y una abuela estuvieron dispuestos a firmar.',
    bylines: [{ author: 'joao-brandt-leitao', role: 'En São Paulo' }, translator],
    tags: ['sao-paulo', 'brazil', 'water', 'cities', 'environment'],
    related: [{ story: 'un-museo-devuelve-una-canoa-al-rio' }],
    publishedAt: '2026-01-26T10:00:00.000Z',
    body: body(
      p(
        'SÃO PAULO — La mayor entró primero. Dalva Nogueira da Luz, de 88 años, quedó segunda aquí en una carrera de 1946, en este meandro y desde este embarcadero, y el domingo bajó con un gorro amarillo los nuevos escalones de madera, metió un pie y dijo una palabra que no se puede imprimir. Luego dijo: «Templada».',
      ),
      p(
        'La siguieron otros diez, entre ellos una bióloga, un remero, una jueza y el ingeniero que lleva once años desviando 214 alcantarillas. Estuvieron veinte minutos dentro de una línea de boyas naranjas. Unas nueve mil personas miraban desde el puente de la autopista, cerrado para la ocasión.',
      ),
      h2('Las cifras en la pared'),
      p(
        'Lo que convenció a la jueza, explicó, fue la pared del club de remo. Desde marzo, alumnos de la escuela de enfrente pintan en ella cada mañana los datos del agua, en números de un metro. Durante 61 días seguidos fueron verdes.',
      ),
      ul(
        'Se puede nadar los domingos de 8 a 11, tras una semana seca.',
        'Las plazas se sortean de cuarenta en cuarenta.',
        'Los menores de doce años tendrán que esperar a 2027.',
      ),
      p(
        '«Mi nieto me preguntó para qué servía el río antes», dijo Nogueira da Luz, envuelta en una toalla. «Le dije que para esto. Creyó que le contaba un cuento».',
      ),
      divider(),
      p('*Los tiempos de la carrera de 1946 no aparecen. La ganadora, dice ella, se llamaba Odete, y empujó.*'),
    ),
  },
  {
    key: 'dolor-de-muelas-en-la-edad-del-bronce',
    state: 'live',
    locale: 'es',
    translationOf: 'bronze-age-toothache-mongolia',
    section: 'science',
    kicker: 'Arqueología',
    headline: 'Hace 3.100 años, a una mujer le dolía una muela y alguien la ayudó',
    standfirst:
      'Un molar hallado en una tumba del oeste de Mongolia fue taladrado, limpiado y rellenado con resina. La paciente masticó con él al menos diez años más.',
    bylines: [{ author: 'aigerim-saparova' }, translator],
    tags: ['archaeology', 'mongolia', 'ulaanbaatar', 'health'],
    publishedAt: '2026-01-28T12:00:00.000Z',
    body: body(
      p(
        'ULÁN BATOR — Tuvo que doler durante semanas. El agujero llega hasta el nervio, y en la mandíbula se nota con la yema del dedo dónde cedió el hueso. Y entonces cesó, porque hace 3.100 años, en un valle del Altái, alguien sujetó entre las rodillas la cabeza de esta mujer y empezó a girar una punta de piedra.',
      ),
      p(
        'El diente lo encontró en 2022 una estudiante, que creyó que dentro había una piedrecita. Es un empaste. En el fondo hay una capa gris, ceniza de ajenjo, que adormece; encima, resina de alerce, apretada cuando aún estaba caliente. En ella se ve la huella de un dedo.',
      ),
      quote(
        '«Miré la huella mucho tiempo», cuenta Oyuun Tserendorj, del Instituto Nacional de Arqueología, que dirigió el estudio. «No sabemos nada de esa persona, salvo que era cuidadosa».',
      ),
      p(
        'Hay odontología más antigua, pero casi toda se practicó en muertos o acabó mal. Esta aguantó. Tserendorj enseñó las imágenes a su propia dentista, que las examinó y preguntó cómo se llamaba el colega.',
      ),
    ),
  },
  {
    key: 'la-copa-vuelve-en-tranvia-barkovlje-campeon',
    state: 'live',
    locale: 'es',
    translationOf: 'adria-trophy-final-barkovlje-champions',
    section: 'sport',
    kicker: 'Balonmano',
    headline: 'La copa vuelve a casa en tranvía: el Barkovlje gana el Trofeo Adria',
    standfirst:
      'Perdía por cuatro, se quedó con cinco jugadoras y venció por 30-29 en la prórroga. El club más pequeño del sorteo ganó a las campeonas en su propia pista.',
    bylines: [{ author: 'luka-benedetic', role: 'En Liubliana' }, translator],
    tags: [
      'adria-trophy-season',
      'adria-trophy-2025',
      'rk-barkovlje',
      'zrk-ljubljanica',
      'bjanka-sorli',
      'tomas-ruelas',
      'handball',
    ],
    leadMedia: {
      media: 'adria-trophy-final',
      alt: 'Jugadoras de blanco se abrazan en el suelo azul entre confeti',
      caption: 'El Barkovlje, tras el pitido final en Liubliana.',
    },
    recommendedVideo: 'video-adria-last-minute',
    publishedAt: '2025-12-15T08:00:00.000Z',
    body: body(
      p(
        'LIUBLIANA — En el Barkovlje nadie había pensado en cómo transportar la copa. Pesa once kilos, tiene forma de ancla y no cabe en ninguna taquilla. El domingo por la noche viajó a Trieste en las rodillas de la portera, Marta Kocjan, que es dentista y había hecho 19 paradas.',
      ),
      p(
        'El Ljubljanica ganaba por cuatro a falta de once minutos. Llegaron entonces dos robos, dos contraataques y un gol por la espalda de Sara Pahor, de 19 años, del que su entrenador dijo que estaba prohibido y era muy hermoso. 25-25.',
      ),
      table(
        'Final: ŽRK Ljubljanica 29, RK Barkovlje 30 (tras la prórroga)',
        'Periodo | Ljubljanica | Barkovlje',
        'Primera parte | 14 | 12',
        'Segunda parte | 11 | 13',
        'Prórroga, primera | 2 | 2',
        'Prórroga, segunda | 2 | 3',
        'Total | 29 | 30',
      ),
      p('«En la Argentina ahora diríamos algo sobre el destino», comentó Tomás Ruelas. «Pero fue el aparcamiento».'),
      p(
        'El lunes, a las 5.12, la línea 6 salió puntual de cocheras. Su conductora, la capitana Bjanka Šorli, había dormido dos horas. En el salpicadero, sujeta con un cinturón de seguridad, iba un ancla.',
      ),
    ),
  },
]
