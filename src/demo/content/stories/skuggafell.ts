import { body, h2, image, keyPoints, p, quote, table, ul, video } from '../blocks.ts'
import type { DemoStory } from '../types.ts'

/** The Skuggafell eruption, in the order of events. */
export const skuggafell: DemoStory[] = [
  {
    key: 'skuggafell-earthquake-swarm',
    state: 'live',
    section: 'science',
    kicker: 'Iceland',
    headline: 'A thousand small earthquakes in a day, and a mountain that has grown by the length of a thumb',
    standfirst: 'Skuggafell has been silent for 1,900 years. This week it began to hum.',
    bylines: [{ author: 'kristin-halfdanardottir' }],
    tags: [
      'skuggafell-eruption',
      'skuggafell',
      'iceland',
      'volcanoes',
      'icelandic-hazard-office',
      'gudrun-skuladottir',
    ],
    publishedAt: '2025-11-08T10:00:00.000Z',
    body: body(
      p(
        'The instruments on Skuggafell recorded 1,040 earthquakes between midnight and midnight on Friday. None was strong enough to move a cup. Together they say that something is making room for itself, about five kilometres down.',
      ),
      p(
        '“We see a line,” said Guðrún Skúladóttir, who leads the volcano watch at the Icelandic Hazard Office. “Earthquakes that are just earthquakes make a cloud. When they make a line, it is usually the edge of something.” The something is thought to be a sheet of magma, at most a metre thick and four kilometres long, that is pushing up between older rocks like a letter into an envelope.',
      ),
      p(
        'Satellite radar agrees. Between two passes, twelve days apart, the crest of the ridge has risen by six centimetres.',
      ),
      p(
        'What happens next is less clear. Of the last eleven such intrusions in the region, four came to the surface. The others stopped, cooled and are now known only to geologists. The office has raised its colour code from green to yellow, which changes nothing for anyone but pilots, and has asked the ninety people of Hraunvík, the village at the foot of the ridge, to know where their shoes are.',
      ),
    ),
  },
  {
    key: 'hraunvik-evacuated-below-skuggafell',
    state: 'live',
    section: 'science',
    kicker: 'Iceland',
    headline: 'Ninety people, forty cats and one organ leave Hraunvík in three hours',
    standfirst:
      'The village below Skuggafell was emptied on Wednesday after the magma came within 800 metres of the surface.',
    bylines: [{ author: 'kristin-halfdanardottir', role: 'In Hraunvík' }],
    tags: ['skuggafell-eruption', 'skuggafell', 'iceland', 'natural-hazards', 'icelandic-hazard-office'],
    leadMedia: { media: 'hraunvik-empty-street' },
    publishedAt: '2025-11-12T22:10:00.000Z',
    body: body(
      p(
        'HRAUNVÍK — The order came by text message at 14.06 and the last car crossed the bridge at 17.01. In between, a village packed. People here have rehearsed it since 1994, once each spring, with cake; on Wednesday there was no cake, but otherwise, said the harbour master, it went “disappointingly well”.',
      ),
      p(
        'The Icelandic Hazard Office had seen the earthquakes jump. In four hours the line of small shocks that [appeared last week](story:skuggafell-earthquake-swarm) rose from five kilometres to 800 metres. At that depth, rock that is hot enough needs no permission.',
      ),
      p(
        'All ninety residents are accounted for. So are forty of the village’s forty-one cats. The parish organ, built in 1887 and taken apart by six volunteers under the eyes of a retired dentist, travelled in a fish lorry.',
      ),
      quote(
        '“You look at your house and you try to decide what you would miss,” said Steinunn Þorkelsdóttir, who is 66. “I took the photographs and the waffle iron. Then I went back for the dog’s chair.”',
      ),
      p(
        'The road is closed. The harbour stays open for the coastguard. Nobody knows whether there will be an eruption, and the forty-first cat, Prófastur, declines to be caught.',
      ),
    ),
  },
  {
    key: 'fissure-opens-on-skuggafell',
    state: 'live',
    section: 'science',
    kicker: 'Iceland',
    headline: 'Skuggafell opens along 900 metres, quietly, at breakfast time',
    standfirst:
      'The eruption that scientists had expected for two days began on Friday with a red line in the snow. The lava is flowing away from the village, for now.',
    bylines: [{ author: 'kristin-halfdanardottir', role: 'Above Hraunvík' }],
    tags: ['skuggafell-eruption', 'skuggafell-fires', 'skuggafell', 'iceland', 'volcanoes', 'gudrun-skuladottir'],
    leadMedia: { media: 'skuggafell-fissure' },
    recommendedVideo: 'video-skuggafell-first-hour',
    related: [{ story: 'hraunvik-evacuated-below-skuggafell' }, { story: 'skuggafell-earthquake-swarm' }],
    publishedAt: '2025-11-14T10:25:00.000Z',
    body: body(
      keyPoints(
        'At a glance',
        'Began Friday 07.48; fissure 900 metres long.',
        'Lava flows north-east at walking pace. Hraunvík lies south.',
        'No ash to speak of; flights delayed, not cancelled.',
      ),
      p(
        'It began with a line so thin that the pilot took it for a reflection. Then the line grew dots, and the dots stood up. At 07.48 on Friday the ridge of Skuggafell opened along 900 metres, and where there had been snow there was a fence of fire, no higher than a house, with a noise like heavy cloth being torn.',
      ),
      video('video-skuggafell-first-hour', {
        caption: 'Sixty minutes in sixty seconds, from the camera on the church tower.',
      }),
      p(
        '“If you must have an eruption, have this one,” said Guðrún Skúladóttir of the hazard office, in the helicopter, over the radio. The lava is thin and runs like honey. It has chosen the empty valley to the north-east. There is little gas at ground level and almost no ash.',
      ),
      p(
        'That can change. A fissure may grow at either end, and the southern end is two kilometres from the first houses of Hraunvík, [empty since Wednesday](story:hraunvik-evacuated-below-skuggafell). Bulldozers have started on an earth wall.',
      ),
      p('From the air one can see the village whole: forty roofs, a red church, and on the quay, very small, a cat.'),
    ),
  },
  {
    key: 'flights-resume-after-skuggafell',
    state: 'live',
    section: 'business',
    kicker: 'Aviation',
    headline: 'Reykjavík airport back to normal after four days of Skuggafell delays',
    standfirst: 'Some 300 flights were late and eleven cancelled. Hotels sold out of windows facing east.',
    bylines: [{ author: 'halyard-press', role: 'Wire agency' }],
    tags: ['skuggafell-eruption', 'iceland', 'reykjavik', 'transport'],
    source: {
      name: 'Halyard Press Agency',
      url: 'https://halyard.example.org/20251118/reykjavik-air',
      externalId: 'HPA-251118-19',
    },
    publishedAt: '2025-11-18T08:00:00.000Z',
    body: body(
      p(
        'REYKJAVÍK (HPA) — Flights to and from Reykjavík were on time on Tuesday for the first time since Skuggafell began to erupt. The airport counted 312 delays and eleven cancellations in four days, mostly through caution about gas on the eastern approach. Sightseeing pilots reported a different problem: every seat until Advent is taken.',
      ),
    ),
  },
  {
    key: 'skuggafell-eruption-declared-over',
    state: 'live',
    section: 'science',
    kicker: 'Iceland',
    headline: 'After 39 days Skuggafell falls silent, and Hraunvík gets its street lights back for Christmas',
    standfirst:
      'The lava stopped 640 metres from the northern-most house. The village may go home on Tuesday; the organ follows in January.',
    bylines: [{ author: 'kristin-halfdanardottir' }],
    tags: ['skuggafell-eruption', 'skuggafell-fires', 'skuggafell', 'iceland', 'icelandic-hazard-office'],
    related: [{ story: 'fissure-opens-on-skuggafell' }],
    publishedAt: '2025-12-23T09:00:00.000Z',
    body: body(
      p(
        'No lava has been seen to move on Skuggafell since Monday noon, no tremor has been measured for thirty hours, and on Tuesday the Icelandic Hazard Office used the word that Hraunvík had waited for: *lokið*, finished.',
      ),
      table(
        'The Skuggafell fires in numbers',
        'Measure | Value',
        'Duration | 39 days',
        'Lava | 31 million cubic metres',
        'New land | 2.4 square kilometres',
        'Nearest house | 640 metres',
        'Injuries | 1 (a sprained ankle, press)',
      ),
      p(
        'Twice it had looked bad. On 29 November a new vent opened at the southern end; on 6 December lava reached the earth wall, climbed to within a metre of its edge and, over one long night, thought better of it. The wall, built in eleven days by men who normally build roads, will stay.',
      ),
      p(
        'Residents may return from three in the afternoon, in daylight and with gas meters. The power company has tested the street lights. The ankle, readers may like to know, was this reporter’s.',
      ),
      p(
        'Prófastur, the cat who had [refused to be evacuated](story:hraunvik-evacuated-below-skuggafell), met the first car at the bridge. He has put on weight, and nobody is able to explain it.',
      ),
    ),
  },
  {
    key: 'skuggafell-gas-breathes-before-it-burns',
    state: 'live',
    section: 'science',
    kicker: 'Research',
    headline: 'The volcano held its breath: gas pause gave 40 hours’ notice of Skuggafell eruption',
    standfirst:
      'A first study of the November fires finds that carbon dioxide stopped leaking before the lava came. It could become the simplest alarm there is.',
    bylines: [{ author: 'kristin-halfdanardottir' }],
    tags: ['skuggafell-eruption', 'skuggafell', 'volcanoes', 'gudrun-skuladottir', 'icelandic-hazard-office'],
    related: [
      { story: 'skuggafell-eruption-declared-over' },
      {
        url: 'https://papers.example.org/skuggafell-co2',
        headline: 'The paper: “A carbon dioxide hiatus before fissure opening”',
      },
    ],
    publishedAt: '2026-01-21T16:00:00.000Z',
    body: body(
      p(
        'A volcano about to erupt ought to leak more gas, not less. On Skuggafell it was the other way round. Forty hours before [the ridge opened on 14 November](story:fissure-opens-on-skuggafell), the carbon dioxide that had seeped from the ground for a week, some 300 tonnes a day, fell to almost nothing.',
      ),
      p(
        'A team led by Guðrún Skúladóttir thinks it knows why. As the magma came within reach of the surface, its own heat drove water out of the rock above; the steam dissolved minerals, and these settled in the cracks and closed them. “It put the lid on,” she said. “And then the pot boiled.”',
      ),
      h2('Cheap, and perhaps common'),
      p(
        'A CO~2~ sensor costs about as much as a bicycle. The authors went back to records of six earlier eruptions elsewhere and believe they can see the same pause in three. In two there were no data. In one there was no pause at all.',
      ),
      ul(
        'The pause lasted between 18 and 55 hours.',
        'It showed at ground sensors within 2 km of the later vent and nowhere else.',
        'Two pauses were followed by nothing: false alarms are likely.',
      ),
      p(
        'Colleagues are cautious. “Three of six is a coin,” said Inga Marschner, a gas geochemist in Zürich who took no part in the work. “But it is a cheap coin, and I have ordered twelve.”',
      ),
      image('skuggafell-fissure', {
        caption:
          'The fissure at 07.55 on 14 November. The nearest gas sensor, 300 metres away, had read zero since Wednesday.',
      }),
    ),
  },
]
