import { adriaTrophy } from './stories/adria-trophy.ts'
import { aqtasAftermath } from './stories/aqtas-aftermath.ts'
import { aqtasDam } from './stories/aqtas-dam.ts'
import { boraLive } from './stories/bora-live.ts'
import { business } from './stories/business.ts'
import { culture } from './stories/culture.ts'
import { howWeMakeThePaper } from './stories/how-we-make-the-paper.ts'
import { nightTrains } from './stories/night-trains.ts'
import { politics } from './stories/politics.ts'
import { science } from './stories/science.ts'
import { skuggafell } from './stories/skuggafell.ts'
import { spanishFeatures } from './stories/spanish-features.ts'
import { spanishNews } from './stories/spanish-news.ts'
import { sport } from './stories/sport.ts'
import { triesteHarbour } from './stories/trieste-harbour.ts'
import { world } from './stories/world.ts'
import { agendaTags } from './tags/agenda.ts'
import { organisationTags } from './tags/organisations.ts'
import { personTags } from './tags/persons.ts'
import { placeTags } from './tags/places.ts'
import { topicTags } from './tags/topics.ts'
import type { DemoStory, DemoStoryline, DemoTag } from './types.ts'

/** The paper of the demo: an invented daily. Its people, companies and events are invented as well. */
export const demoNewsroom = {
  name: 'The Morning Parallel',
  motto: 'The world between breakfast and lunch',
  city: 'Trieste',
  url: 'https://parallel.example',
  defaultLocale: 'en',
  locales: ['en', 'es'],
} as const

/** All tags; a parent stands before its children. */
export const demoTags: DemoTag[] = [...agendaTags, ...placeTags, ...topicTags, ...organisationTags, ...personTags]

/** All stories, originals before their translations. */
export const demoStories: DemoStory[] = [
  ...world,
  ...aqtasDam,
  ...aqtasAftermath,
  ...politics,
  ...triesteHarbour,
  ...business,
  ...nightTrains,
  ...science,
  ...skuggafell,
  ...boraLive,
  ...culture,
  ...howWeMakeThePaper,
  ...sport,
  ...adriaTrophy,
  ...spanishNews,
  ...spanishFeatures,
]

/** The running stories, each from its first part to its latest. */
export const demoStorylines: DemoStoryline[] = [
  { tag: 'aqtas-dam', stories: [...aqtasDam, ...aqtasAftermath].map(({ key }) => key) },
  { tag: 'trieste-old-harbour', stories: triesteHarbour.map(({ key }) => key) },
  { tag: 'night-train-merger', stories: nightTrains.map(({ key }) => key) },
  { tag: 'skuggafell-eruption', stories: skuggafell.map(({ key }) => key) },
  { tag: 'adria-trophy-season', stories: adriaTrophy.map(({ key }) => key) },
]
