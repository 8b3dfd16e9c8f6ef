// What is drawn in the pictures of the demo newsroom: they stand for photographs.

/** As in CSS: `#rrggbb`. */
export type Colour = `#${string}`

/** A line of hills or roofs, in front of those before it; everything below it has its colour. */
export interface Ridge {
  /** Where it is, as a share of the height from the top, and by how much it goes up and down. */
  at: number
  by: number
  shape: 'hills' | 'roofs'
  colour: Colour
}

/** Small discs, scattered over a band of the picture: snow, windows, confetti. Shares of width and height. */
export interface Dots {
  count: number
  top: number
  bottom: number
  radius: number
  colours: readonly Colour[]
}

export interface Scene {
  sky: readonly [top: Colour, bottom: Colour]
  sun: { x: number; y: number; radius: number; colour: Colour } | null
  ridges: readonly Ridge[]
  dots: Dots | null
}

const white = '#f5f7fa'

/** By the key of the asset that they stand for. */
export const scenes: Readonly<Record<string, Scene>> = {
  'aqtas-embankment': {
    sky: ['#7896b4', '#d6dee2'],
    sun: { x: 0.78, y: 0.22, radius: 0.05, colour: '#fff4d6' },
    ridges: [
      { at: 0.5, by: 0.05, shape: 'hills', colour: '#8a806e' },
      { at: 0.66, by: 0.02, shape: 'hills', colour: '#60703e' },
      { at: 0.84, by: 0.03, shape: 'hills', colour: '#3a422c' },
    ],
    dots: { count: 9, top: 0.6, bottom: 0.66, radius: 0.006, colours: ['#f06e14'] },
  },
  'aqtas-courthouse': {
    sky: ['#96a0ac', '#ced2d6'],
    sun: null,
    ridges: [
      { at: 0.42, by: 0.12, shape: 'roofs', colour: '#706864' },
      { at: 0.62, by: 0.05, shape: 'roofs', colour: '#4e4644' },
      { at: 0.82, by: 0.02, shape: 'hills', colour: '#e2e6eb' },
    ],
    dots: { count: 420, top: 0, bottom: 1, radius: 0.0035, colours: [white] },
  },
  'trieste-old-harbour': {
    sky: ['#3478be', '#b2d6ec'],
    sun: { x: 0.2, y: 0.2, radius: 0.045, colour: '#fffae2' },
    ridges: [
      { at: 0.46, by: 0.1, shape: 'roofs', colour: '#a4543a' },
      { at: 0.74, by: 0.004, shape: 'hills', colour: '#bab2a4' },
      { at: 0.82, by: 0.006, shape: 'hills', colour: '#1c4c6c' },
    ],
    dots: { count: 160, top: 0.58, bottom: 0.72, radius: 0.005, colours: ['#46221c'] },
  },
  'night-train-lodz': {
    sky: ['#080c1e', '#182242'],
    sun: { x: 0.85, y: 0.15, radius: 0.03, colour: '#ececdc' },
    ridges: [
      { at: 0.52, by: 0.08, shape: 'roofs', colour: '#0e1226' },
      { at: 0.6, by: 0.002, shape: 'hills', colour: '#1a2c60' },
      { at: 0.86, by: 0.002, shape: 'hills', colour: '#343236' },
    ],
    dots: { count: 14, top: 0.68, bottom: 0.7, radius: 0.014, colours: ['#ffd682'] },
  },
  'skuggafell-fissure': {
    sky: ['#263456', '#7a84a0'],
    sun: null,
    ridges: [
      { at: 0.44, by: 0.1, shape: 'hills', colour: '#464e68' },
      { at: 0.66, by: 0.05, shape: 'hills', colour: '#ced6e4' },
      { at: 0.88, by: 0.03, shape: 'hills', colour: '#1e202c' },
    ],
    dots: {
      count: 90,
      top: 0.5,
      bottom: 0.66,
      radius: 0.009,
      colours: ['#ff7a1e', '#ffb242', '#ec4614'],
    },
  },
  'adria-trophy-final': {
    sky: ['#141a30', '#2e3e6e'],
    sun: { x: 0.5, y: 0.05, radius: 0.09, colour: '#fafaff' },
    ridges: [
      { at: 0.5, by: 0.05, shape: 'roofs', colour: '#3c364a' },
      { at: 0.72, by: 0.002, shape: 'hills', colour: '#1868c4' },
    ],
    dots: {
      count: 260,
      top: 0,
      bottom: 0.9,
      radius: 0.006,
      colours: [white, '#f0c83c', '#d63c46', '#50be78'],
    },
  },
}
