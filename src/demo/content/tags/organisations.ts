import type { DemoTag } from '../types.ts'

/** Companies, authorities and clubs, all invented. */
export const organisationTags: DemoTag[] = [
  {
    key: 'southern-reservoirs-authority',
    type: 'ORGANISATION',
    name: 'Southern Reservoirs Authority',
    aliases: ['Оңтүстік су қоймалары басқармасы', 'SRA'],
    description: 'Kazakh public body that runs 41 dams south of the Chu.',
  },
  {
    key: 'nocturne-rail',
    type: 'ORGANISATION',
    name: 'Nocturne Rail',
    description: 'Operator of sleeper trains, based in Łódź; 31 trains a night before the merger.',
    externalIds: { parallel: 'CO-1107' },
  },
  {
    key: 'baltica-sleepers',
    type: 'ORGANISATION',
    name: 'Baltica Sleepers',
    aliases: ['Baltica'],
    externalIds: { parallel: 'CO-1108' },
  },
  { key: 'night-rail-board', type: 'ORGANISATION', name: 'European Night Rail Board', aliases: ['ENRB'] },
  {
    key: 'sleeping-car-union',
    type: 'ORGANISATION',
    name: 'Union of Sleeping Car Staff',
    aliases: ['USCS'],
  },
  { key: 'icelandic-hazard-office', type: 'ORGANISATION', name: 'Icelandic Hazard Office', aliases: ['Hættustofa'] },
  {
    key: 'porto-aperto',
    type: 'ORGANISATION',
    name: 'Porto Aperto',
    description: 'Campaign for a car-free old harbour.',
  },
  {
    key: 'molo-quarto',
    type: 'ORGANISATION',
    name: 'Molo Quarto',
    description: 'Campaign for a ferry and cruise terminal.',
  },
  {
    key: 'lumen-cells',
    type: 'ORGANISATION',
    name: 'Lumen Cells',
    description: 'Maker of sodium batteries.',
    externalIds: { parallel: 'CO-1131' },
  },
  { key: 'museu-das-margens', type: 'ORGANISATION', name: 'Museu das Margens', aliases: ['Museum of the Riverbanks'] },
  {
    key: 'mieterbund-limmat',
    type: 'ORGANISATION',
    name: 'Mieterbund Limmat',
    description: 'Tenants’ association in Zürich.',
  },
  {
    key: 'rk-barkovlje',
    type: 'ORGANISATION',
    name: 'RK Barkovlje',
    description: 'Handball club of the Trieste waterfront.',
  },
  { key: 'zrk-ljubljanica', type: 'ORGANISATION', name: 'ŽRK Ljubljanica' },
]
