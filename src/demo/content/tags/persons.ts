import type { DemoTag } from '../types.ts'

/** People in the news, all invented. */
export const personTags: DemoTag[] = [
  {
    key: 'yerlan-tasbolatov',
    type: 'PERSON',
    name: 'Yerlan Tasbolatov',
    aliases: ['Ерлан Тасболатов'],
    description: 'Director of the Southern Reservoirs Authority from 2016 to 2025.',
  },
  {
    key: 'raushan-imangaliyeva',
    type: 'PERSON',
    name: 'Raushan Imangaliyeva',
    aliases: ['Раушан Иманғалиева'],
    description: 'Judge who leads the Aqtas inquiry.',
  },
  {
    key: 'magda-ostrowska',
    type: 'PERSON',
    name: 'Magda Ostrowska',
    description: 'Founder and chief executive of Nocturne Rail.',
  },
  { key: 'henrik-valdsoo', type: 'PERSON', name: 'Henrik Valdsoo', description: 'Chairman of Baltica Sleepers.' },
  { key: 'elisa-pertot', type: 'PERSON', name: 'Elisa Pertot', description: 'Mayor of Trieste since 2023.' },
  {
    key: 'davide-furlanic',
    type: 'PERSON',
    name: 'Davide Furlanič',
    aliases: ['Davide Furlanic'],
    description: 'Spokesman of Porto Aperto.',
  },
  {
    key: 'gudrun-skuladottir',
    type: 'PERSON',
    name: 'Guðrún Skúladóttir',
    aliases: ['Gudrun Skuladottir'],
    description: 'Head of volcano watch at the Icelandic Hazard Office.',
  },
  {
    key: 'nour-el-sayyad',
    type: 'PERSON',
    name: 'Nour El-Sayyad',
    aliases: ['نور الصياد'],
    description: 'Novelist and former tram conductor.',
  },
  { key: 'le-hoang-vy', type: 'PERSON', name: 'Lê Hoàng Vy', aliases: ['黎黃薇'], description: 'Architect, Hội An.' },
  {
    key: 'zhao-meilin',
    type: 'PERSON',
    name: 'Zhao Meilin',
    aliases: ['赵美琳', '趙美琳'],
    description: 'Chess grandmaster.',
  },
  {
    key: 'bjanka-sorli',
    type: 'PERSON',
    name: 'Bjanka Šorli',
    description: 'Captain and line player of RK Barkovlje.',
  },
  {
    key: 'tomas-ruelas',
    type: 'PERSON',
    name: 'Tomás Ruelas',
    description: 'Coach of RK Barkovlje from 2021 to 2026.',
  },
  {
    key: 'enkhtuyaa-ganbold',
    type: 'PERSON',
    name: 'Enkhtuyaa Ganbold',
    aliases: ['Ганболдын Энхтуяа'],
    description: 'Long-distance runner and herder.',
  },
]
