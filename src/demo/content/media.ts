import type { DemoMedia } from './types.ts'

const host = 'https://media.example.org'

function picture(key: string, size: [number, number], words: Omit<DemoMedia, 'key' | 'type' | 'url'>): DemoMedia {
  const [width, height] = size
  return { key, type: 'IMAGE', url: `${host}/2025/${key}.jpg`, mimeType: 'image/jpeg', width, height, ...words }
}

function portrait(key: string, name: string): DemoMedia {
  return picture(key, [800, 800], {
    alt: `Portrait of ${name}`,
    credit: 'The Morning Parallel',
    focalPoint: { x: 0.5, y: 0.38 },
  })
}

/** Pictures, films, a recording and a document; the addresses lead nowhere. Some pictures are drawn and kept here: see src/demo/pictures.ts. */
export const demoMedia: DemoMedia[] = [
  portrait('portrait-aigerim-saparova', 'Aigerim Saparova'),
  portrait('portrait-zofia-wrobel', 'Zofia Wróbel'),
  portrait('portrait-kristin-halfdanardottir', 'Kristín Hálfdánardóttir'),
  portrait('portrait-luka-benedetic', 'Luka Benedetič'),
  {
    key: 'logo-agence-cardinale',
    type: 'IMAGE',
    url: `${host}/logos/agence-cardinale.png`,
    mimeType: 'image/png',
    width: 512,
    height: 512,
    alt: 'Agence Cardinale: a red compass rose',
  },
  picture('aqtas-embankment', [4032, 2688], {
    alt: 'An earth dam with a dark wet stain low on its grass slope; two people in orange jackets stand beside it',
    caption: 'Engineers at the foot of the Aqtas embankment in early November.',
    credit: 'Aigerim Saparova / The Morning Parallel',
    focalPoint: { x: 0.31, y: 0.62 },
  }),
  picture('aqtas-flooded-orchard', [5184, 3456], {
    alt: 'Rows of apple trees standing in brown water up to the lowest branches',
    caption: 'Orchards at Zhuaqazy, the first village below the dam, on the morning after.',
    credit: 'Agence Cardinale',
    focalPoint: { x: 0.5, y: 0.55 },
  }),
  picture('aqtas-courthouse', [3600, 2400], {
    alt: 'A man in a grey coat, his face turned away, walks between two officers up the steps of a courthouse in snow',
    caption: 'Yerlan Tasbolatov arrives at the district court on Saturday.',
    credit: 'Agence Cardinale',
    focalPoint: { x: 0.44, y: 0.35 },
  }),
  picture('aqtas-gymnasium', [4000, 3000], {
    alt: 'Folding beds in rows on a basketball court, with blankets hung from the hoops as curtains',
    caption: 'The gymnasium of School No. 3, home to 46 families.',
    credit: 'Aigerim Saparova / The Morning Parallel',
    focalPoint: { x: 0.6, y: 0.4 },
  }),
  picture('trieste-old-harbour', [6000, 4000], {
    alt: 'Brick warehouses with broken windows along an empty stone quay under a clear sky',
    caption: 'Warehouses 17 to 26 in the old harbour of Trieste.',
    credit: 'Nesrin Çakır / The Morning Parallel',
    focalPoint: { x: 0.7, y: 0.5 },
  }),
  picture('trieste-count', [3000, 2000], {
    alt: 'Three people in cardigans sort ballot papers into two piles on a school desk',
    caption: 'Counting at the Roiano polling station.',
    credit: 'Halyard Press Agency',
    focalPoint: { x: 0.48, y: 0.45 },
  }),
  picture('night-train-lodz', [4800, 3200], {
    alt: 'A dark blue sleeping car at a platform at night, one window lit, a conductor on the step',
    caption: 'The Nocturne service to Trieste before departure from Łódź.',
    credit: 'Zofia Wróbel / The Morning Parallel',
    focalPoint: { x: 0.63, y: 0.48 },
  }),
  picture('sleeper-strike', [3200, 2133], {
    alt: 'Conductors in uniform hold paper lanterns outside a railway station',
    caption: 'Night staff on strike in Łódź.',
    credit: 'Zofia Wróbel / The Morning Parallel',
    focalPoint: { x: 0.4, y: 0.42 },
  }),
  picture('skuggafell-fissure', [5472, 3648], {
    alt: 'A row of low orange lava fountains along a snow-covered ridge in the blue light of morning',
    caption: 'The fissure on Skuggafell, two hours after it opened.',
    credit: 'Kristín Hálfdánardóttir / The Morning Parallel',
    focalPoint: { x: 0.52, y: 0.36 },
  }),
  picture('hraunvik-empty-street', [3900, 2600], {
    alt: 'An empty village street with a child’s sledge left beside a mailbox',
    caption: 'Hraunvík on the evening of the evacuation.',
    credit: 'Kristín Hálfdánardóttir / The Morning Parallel',
    focalPoint: { x: 0.25, y: 0.7 },
  }),
  picture('lodz-light-mill', [4500, 3000], {
    alt: 'A brick cotton mill whose windows glow in slowly changing colours',
    caption: '“Third Shift” in the Scheibler yard.',
    credit: 'Łódź Biennale of Light',
    focalPoint: { x: 0.5, y: 0.44 },
  }),
  picture('river-canoe', [3000, 2250], {
    alt: 'A dugout canoe, nearly five metres long, in a museum crate',
    caption: 'The canoe before it left the Museu das Margens.',
    credit: 'Museu das Margens',
    focalPoint: { x: 0.5, y: 0.6 },
  }),
  picture('museum-of-fog', [2800, 4200], {
    alt: 'Glass jars with handwritten labels on a windowsill; the window is white with fog',
    caption: 'The collection, on a good day.',
    credit: 'Fẹ́mi Àjàsíndé / The Morning Parallel',
    focalPoint: { x: 0.5, y: 0.7 },
  }),
  picture('hoi-an-library', [4200, 2800], {
    alt: 'A timber library on stilts above a river, its shutters open',
    caption: 'The Thu Bồn reading house can be lifted 1.8 metres in a flood.',
    credit: 'Trương Mỹ Duyên',
    focalPoint: { x: 0.38, y: 0.5 },
  }),
  picture('adria-trophy-final', [4928, 3280], {
    alt: 'Handball players in white pile onto each other on a blue floor while confetti falls',
    caption: 'Barkovlje after the last whistle in Ljubljana.',
    credit: 'Luka Benedetič / The Morning Parallel',
    focalPoint: { x: 0.47, y: 0.58 },
  }),
  picture('long-steppe-race', [4032, 2268], {
    alt: 'A single runner on a gravel track under an enormous sky, followed by a dog',
    caption: 'Enkhtuyaa Ganbold and, for 30 kilometres, a dog.',
    credit: 'Halyard Press Agency',
    focalPoint: { x: 0.55, y: 0.66 },
  }),
  {
    key: 'video-aqtas-from-the-air',
    type: 'VIDEO',
    url: `${host}/video/aqtas-from-the-air.mp4`,
    mimeType: 'video/mp4',
    width: 1920,
    height: 1080,
    durationSeconds: 94,
    alt: 'Film from a drone along a flooded valley',
    caption: 'The Aqtas valley from the air, before and after.',
    credit: 'Agence Cardinale',
  },
  {
    key: 'video-skuggafell-first-hour',
    type: 'VIDEO',
    url: `${host}/video/skuggafell-first-hour.mp4`,
    mimeType: 'video/mp4',
    width: 3840,
    height: 2160,
    durationSeconds: 61,
    alt: 'Lava fountains grow along a ridge',
    caption: 'One hour on Skuggafell in one minute.',
    credit: 'Icelandic Hazard Office',
  },
  {
    key: 'video-adria-last-minute',
    type: 'VIDEO',
    url: `${host}/video/adria-last-minute.mp4`,
    mimeType: 'video/mp4',
    width: 1280,
    height: 720,
    durationSeconds: 72,
    alt: 'The last minute of a handball final',
    caption: 'The last minute of the Adria Trophy final.',
    credit: 'Halyard Press Agency',
  },
  {
    key: 'audio-night-train',
    type: 'AUDIO',
    url: `${host}/audio/old-sleeper.mp3`,
    mimeType: 'audio/mpeg',
    durationSeconds: 318,
    caption: 'The sounds of car 4471 between Wrocław and Vienna.',
    credit: 'Zofia Wróbel / The Morning Parallel',
  },
  {
    key: 'file-style-sheet',
    type: 'FILE',
    url: `${host}/files/morning-parallel-house-style.pdf`,
    mimeType: 'application/pdf',
    caption: 'Our house style, 14 pages (PDF).',
    credit: 'The Morning Parallel',
  },
]
