import type { Random } from './random.ts'

// The vocabulary of an invented newspaper. Names are made up; places exist on no map.

export const places =
  'Averholt Brinmoor Calvershaw Dunmarrow Eskerby Fallowmere Garriston Hollinsea Inverlough Jorvick Kestrelham Lantern-Bay Marrowdale Northwick Oakhaven Pellabridge Quarrington Ravensmoor Saltmarsh Tarnwick Ulverholme Vantry Westerleigh Yarrowby Zennacombe'.split(
    ' ',
  )
export const firstNames =
  'Adela Bruno Carmen Davit Elin Farid Greta Hamza Ines Jonas Katya Luis Marta Nikos Olga Pavel Rosa Samir Tomas Uma Viktor Wanda Yusuf Zofia Aigul Bjorn Chiara Dmitri Esther Femi'.split(
    ' ',
  )
export const lastNames =
  'Abbott Bekova Castell Duarte Eriksen Farrow Galanis Haddad Ivers Jansen Kovacs Lindqvist Moreau Novak Okafor Petrov Quill Ramires Sokolov Tanaka Underhill Varga Whitlock Xanthis Yilmaz Zeller'.split(
    ' ',
  )
export const topics =
  'housing energy rail harbour wages schools water farming fishing courts tourism science museums cycling football climate ports taxes hospitals pensions broadband bridges forests migration trade elections insurance libraries wildfires floods'.split(
    ' ',
  )

const institutions = [
  'council',
  'harbour authority',
  'ministry of transport',
  'regional court',
  'teachers’ union',
  'grid operator',
  'chamber of commerce',
  'health board',
  'fishing fleet',
  'water company',
  'rail agency',
  'statistics office',
]
const actions = [
  'approved',
  'put off',
  'defended',
  'rejected',
  'announced',
  'reviewed',
  'quietly dropped',
  'signed',
  'published',
  'promised',
  'questioned',
  'welcomed',
]
const objects = [
  'a plan to rebuild the eastern quay',
  'new rules for night trains',
  'the budget for the coming year',
  'a settlement with its suppliers',
  'a study of groundwater levels',
  'higher fares on regional lines',
  'a loan for two hundred flats',
  'the closure of the old power station',
  'an inquiry into last winter’s outage',
  'a timetable for the bridge repairs',
  'a ban on lorries in the old town',
  'a pay agreement that had taken months',
]
const reasons = [
  'after weeks of argument over who should pay',
  'saying that costs had risen faster than anyone foresaw',
  'despite warnings from engineers that time was short',
  'in a session that ran past midnight',
  'as tenants and traders watched from the gallery',
  'while neighbouring towns waited for a signal',
  'following a report that listed forty separate faults',
  'a day before the deadline set by the government',
]
const followUps = [
  'The decision takes effect in the spring',
  'Work is due to begin before the summer',
  'A second vote is expected within a month',
  'Officials gave no date for a final answer',
  'The figures were not contested by either side',
  'Residents have until Friday to object',
  'The opposition called the timing unfortunate',
  'Nobody at the meeting disputed the numbers',
]
const remarks = [
  'We have waited eleven years for this and we can wait another week',
  'The numbers do not add up and everyone in that room knows it',
  'It is a fair result, though not the one we asked for',
  'What matters now is that the work is done before the storms',
  'Nobody told us until the lorries were at the gate',
  'People here remember the last promise very well',
  'If the money is there in March, the trains will run in June',
]
const details = [
  'Unemployment in the district has fallen for three years running, and landlords have noticed',
  'The site has stood empty since the cannery closed, apart from a boatyard that pays no rent',
  'Similar schemes elsewhere cost about twice as much and took four years longer',
  'An earlier version of the plan was abandoned when the contractor went bankrupt',
  'Independent auditors will look at the accounts before any contract is signed',
  'The oldest of the pipes were laid before the war and leak a third of what they carry',
  'Two of the nine members abstained, and one left before the vote was called',
  'The national association of towns said it would study the case closely',
]
export const crossheads = [
  'A long argument',
  'What the report says',
  'Who pays',
  'The view from the quay',
  'A deadline in spring',
  'Numbers in dispute',
  'Waiting for an answer',
  'The next vote',
]

/** A headline, such as "Tarnwick council approved new rules for night trains". */
export function makeHeadline(random: Random): string {
  return `${random.pick(places)} ${random.pick(institutions)} ${random.pick(actions)} ${random.pick(objects)}`
}

export function makeStandfirst(random: Random): string {
  return `${random.pick(followUps)}, ${random.pick(reasons)}. ${random.pick(details)}.`
}

/** One sentence of about twenty words. */
export function makeSentence(random: Random): string {
  const name = `${random.pick(firstNames)} ${random.pick(lastNames)}`
  switch (random.below(5)) {
    case 0:
      return `The ${random.pick(institutions)} of ${random.pick(places)} ${random.pick(actions)} ${random.pick(objects)} on ${weekday(random)}, ${random.pick(reasons)}.`
    case 1:
      return `“${random.pick(remarks)},” said ${name}, who has followed the matter for the ${random.pick(institutions)}.`
    case 2:
      return `${random.pick(details)}.`
    case 3:
      return `${random.pick(followUps)}, according to ${name} of the ${random.pick(institutions)} in ${random.pick(places)}.`
    default:
      return `About ${2 + random.below(97)} per cent of ${random.pick(['households', 'firms', 'members', 'commuters', 'farms'])} are affected, ${name} told the ${random.pick(institutions)}, which had ${random.pick(actions)} ${random.pick(objects)}.`
  }
}

function weekday(random: Random): string {
  return random.pick(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'])
}
